import { readdir } from 'node:fs/promises'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'

const server = new McpServer({ name: 'plugins', version: '1.0.0' })

// Which tools there are is only known once the folder has been read.
for (const file of await readdir(new URL('tools/', import.meta.url))) {
  const { default: tool } = await import(`./tools/${file}`)
  server.registerTool(tool.name, { description: tool.description, inputSchema: tool.inputSchema }, tool.handler) // registers: tool *
}
