import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { log, runFixed } from '@notes/shell'
import { openNote } from '@notes/store/open'
import { count } from 'word-count'
import { read } from './read.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })

server.tool('status', {}, async () => runFixed())
server.tool('read', { name: z.string() }, async ({ name }) => read(name))
server.tool('log', { ref: z.string() }, async ({ ref }) => log(ref))
server.tool('open', { name: z.string() }, async ({ name }) => openNote(name))
server.tool('count', { file: z.string() }, async ({ file }) => count(file))
