import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import log from './log.js'
import Reader, { type Note } from './reader.js'
import tools from './tools.js'
import { default as show } from './show.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })
const reader = new Reader()

server.tool('log', { ref: z.string() }, async ({ ref }) => log(ref))
server.tool('show', { id: z.string() }, async ({ id }) => show(id))
server.tool('read', { name: z.string() }, async ({ name }): Promise<Note> => reader.read(name))
server.tool('count', { name: z.string() }, tools.count)
server.tool('size', { name: z.string() }, tools.size)
