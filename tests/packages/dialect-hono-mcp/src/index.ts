import { readFileSync } from 'node:fs'
import { StreamableHTTPTransport } from '@hono/mcp'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { Hono } from 'hono'
import { z } from 'zod'

const app = new Hono()

app.all('/mcp', async (c) => {
  const server = new McpServer({ name: 'notes', version: '1.0.0' })
  server.registerTool('read_note', { inputSchema: { file: z.string() } }, async ({ file }) => { // registers: tool read_note
    readFileSync('/srv/index.md') // safe: a fixed file
    return { content: [{ type: 'text', text: readFileSync(`/srv/${file}`, 'utf8') }] } // expect: no-path-traversal
  })
  const transport = new StreamableHTTPTransport()
  await server.connect(transport)
  return transport.handleRequest(c)
})

export default app
