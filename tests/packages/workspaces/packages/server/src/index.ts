import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { runFixed } from '@notes/shell'
import { read } from './read.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })

server.tool('status', {}, async () => runFixed())
server.tool('read', { name: z.string() }, async ({ name }) => read(name))
