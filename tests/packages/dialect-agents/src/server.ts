import { execSync } from 'node:child_process'
import { McpServer } from 'agents/mcp/server'
import { z } from 'zod'

export function makeServer(name: string) {
  const server = new McpServer({ name: 'blame', version: '1.0.0' })
  server.registerTool(name, { inputSchema: { file: z.string() } }, async ({ file }) => { // registers: tool blame
    execSync(`git blame ${file}`) // expect: no-command-injection
    return { content: [] }
  })
  return server
}
