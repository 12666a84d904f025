import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { registerTools } from './tools.js'

export const ROOT = 'notes'
export const server = new McpServer({ name: 'notes', version: '1.0.0' })
registerTools()
