import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { log, git, safeLog, type LogArguments } from './tools/index.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })

server.tool('log', { ref: z.string() }, async (args: LogArguments) => log(args.ref))
server.tool('show', { id: z.string() }, async ({ id }) => git.show(id))
server.tool('safe_log', { ref: z.string() }, async ({ ref }) => safeLog(ref))
