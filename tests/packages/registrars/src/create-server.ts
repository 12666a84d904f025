import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'

export function createServer(name: string): McpServer {
  const server = new McpServer({ name, version: '1.0.0' })
  return server
}
