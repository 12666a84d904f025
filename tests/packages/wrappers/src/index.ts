import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { withErrors } from './with-errors.js'
import { compose, logged, requireName } from './middleware.js'
import { log, read, readChecked } from './tools.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })

server.tool('log', { ref: z.string() }, withErrors(log))
server.tool('read', { name: z.string() }, withErrors('read', async ({ name }) => read(name)))
server.tool('read_checked', { name: z.string() }, withErrors(requireName(readChecked)))
server.tool('log_composed', { ref: z.string() }, compose(withErrors, logged)(async ({ ref }) => log({ ref })))
