import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Tool } from './tool.js'
import { LogTool } from './log-tool.js'
import { ReadTool } from './read-tool.js'
import { ShowTool } from './show-tool.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })
const tools: Tool[] = [new LogTool(), new ShowTool(), new ReadTool()]
for (const tool of tools) server.registerTool(tool.name, { inputSchema: tool.shape }, (args) => tool.execute(args))
