import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import type { GitService } from './git-service.js'

export class GitTools {
  constructor(private readonly git: GitService) {}

  register(server: McpServer): void {
    server.registerTool('log', { inputSchema: { ref: z.string() } }, async ({ ref }) => this.text(this.git.log(ref)))
    server.registerTool('show', { inputSchema: { id: z.string() } }, async ({ id }) => this.text(this.git.show(id)))
  }

  private text(text: string) {
    return { content: [{ type: 'text' as const, text }] }
  }
}
