import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { createLogTool, createReadTool } from './create-tools.js'
import { defineTool } from './define-tool.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })

const log = createLogTool('git')
server.registerTool(log.name, log.config, log.handler)
const read = createReadTool({ root: 'notes' })
server.registerTool(read.name, read.config, read.handler)
defineTool(server, { name: 'echo', schema: { text: z.string() }, run: async ({ text }) => text })
