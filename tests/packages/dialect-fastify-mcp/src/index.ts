import { readFileSync } from 'node:fs'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import Fastify from 'fastify'
import { streamableHttp } from 'fastify-mcp'
import { z } from 'zod'

const app = Fastify()

app.register(streamableHttp, {
  createServer: () => {
    const server = new McpServer({ name: 'notes', version: '1.0.0' })
    server.registerTool('read_note', { inputSchema: { file: z.string(), kind: z.enum(['md', 'txt']) } }, async ({ file, kind }) => { // registers: tool read_note
      readFileSync(`/srv/index.${kind}`) // safe: one of two words
      return { content: [{ type: 'text', text: readFileSync(`/srv/${file}`, 'utf8') }] } // expect: no-path-traversal
    })
    return server.server
  },
})
