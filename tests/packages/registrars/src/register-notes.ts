import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

export default (server: McpServer, { root }: { root: string }) => {
  server.tool('read', { name: z.string() }, async ({ name }) => {
    const text = readFileSync(path.join(root, name), 'utf8') // expect: no-path-traversal
    return { content: [{ type: 'text', text }] }
  })
  server.tool('size', { id: z.string().uuid() }, async ({ id }) => {
    const { size } = statSync(path.join(root, `${id}.md`)) // safe: a uuid
    return { content: [{ type: 'text', text: String(size) }] }
  })
}
