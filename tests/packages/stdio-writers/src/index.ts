import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { records, tell } from './loggers.js'
import { readHistory } from './programs.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })

server.registerTool('read_history', { description: 'Reads the history.' }, async () => {
  records.info('asked')
  tell()
  return { content: [{ type: 'text', text: String(await readHistory()) }] }
})

await server.connect(new StdioServerTransport())
