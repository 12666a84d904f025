import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import type { GitService } from './git-service.js'

export class GitTools {
  constructor(private readonly server: McpServer, private readonly git: GitService) {}

  register(): void {
    this.server.registerTool('log', { inputSchema: { ref: z.string() } }, this.log.bind(this))
    this.server.registerTool('show', { inputSchema: { id: z.string() } }, async ({ id }) => this.text(this.git.show(id)))
  }

  private async log({ ref }: { ref: string }) {
    return this.text(this.git.log(ref))
  }

  private text(text: string) {
    return { content: [{ type: 'text' as const, text }] }
  }
}
