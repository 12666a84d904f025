import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { handleLog, handleStatus as statusHandler } from './handlers.js'
import * as notes from './notes.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })

server.registerTool('git_log', { inputSchema: { ref: z.string() } }, handleLog)
server.registerTool('git_status', { inputSchema: { level: z.enum(['short', 'long']) } }, statusHandler)
server.registerTool('read_note', { inputSchema: { name: z.string() } }, async ({ name }) => notes.read(name))
server.registerTool('list_notes', {}, async () => notes.list())
