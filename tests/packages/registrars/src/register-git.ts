import { execSync } from 'node:child_process'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

export function registerGit(server: McpServer) {
  server.registerTool('log', { inputSchema: { ref: z.string() } }, async ({ ref }) => {
    const text = execSync(`git log ${ref}`).toString() // expect: no-command-injection
    return { content: [{ type: 'text', text }] }
  })
  server.registerTool('status', {}, async () => {
    const text = execSync('git status').toString() // safe: a constant
    return { content: [{ type: 'text', text }] }
  })
}

/** Called by nobody yet: what it would register counts all the same. */
export function registerMore(server: McpServer) {
  server.registerTool('show', { inputSchema: { id: z.string() } }, async ({ id }) => {
    const text = execSync(`git show ${id}`).toString() // expect: no-command-injection
    return { content: [{ type: 'text', text }] }
  })
}
