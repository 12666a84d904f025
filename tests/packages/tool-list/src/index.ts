import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { tools } from './tools/index.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })

for (const tool of tools) {
  server.registerTool(tool.name, { description: tool.description, inputSchema: tool.schema }, tool.handler)
}
