import { MCPServer } from 'mcp-framework'

await new MCPServer({ transport: { type: 'stdio' } }).start()
