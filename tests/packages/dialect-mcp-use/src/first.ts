import { readFileSync } from 'node:fs'
import { createMCPServer } from 'mcp-use/server'
import { z } from 'zod'

/** In the form of version 1. */
const server = createMCPServer('notes', { version: '1.0.0' })

server.tool({ // registers: tool read_note
  name: 'read_note',
  schema: z.object({ file: z.string() }),
  cb: async ({ file }) => readFileSync(`/srv/${file}`, 'utf8'), // expect: no-path-traversal
})
server.resource({ name: 'readme', uri: 'notes://readme', readCallback: async () => readFileSync('/srv/readme.md', 'utf8') }) // registers: resource readme
