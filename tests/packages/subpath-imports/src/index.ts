import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { run, runFixed } from '#shell'
import { readNote } from '#notes/read.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })

server.tool('log', { ref: z.string() }, async ({ ref }) => run(`git log ${ref}`))
server.tool('status', {}, async () => runFixed())
server.tool('read', { name: z.string() }, async ({ name }) => readNote(name))
