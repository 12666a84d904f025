import { execFileSync, execSync } from 'node:child_process'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { ServerContext } from '@smithery/sdk'
import { z } from 'zod'

export const configSchema = z.object({ root: z.string() })

export default function createServer({ config }: ServerContext<z.infer<typeof configSchema>>) {
  const server = new McpServer({ name: 'notes', version: '1.0.0' })
  server.registerTool('search', { inputSchema: { words: z.string() } }, async ({ words }) => { // registers: tool search
    execFileSync('grep', ['--', words], { cwd: config.root }) // safe: an argument list
    return { content: [{ type: 'text', text: execSync(`grep ${words} notes.txt`).toString() }] } // expect: no-command-injection
  })
  return server.server
}
