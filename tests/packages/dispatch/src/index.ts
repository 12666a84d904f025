import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { handlers } from './handlers.js'
import { toolByName } from './tool-map.js'

const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })

server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'log', inputSchema: { type: 'object', properties: { ref: { type: 'string' } } } }],
}))

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args = {} } = request.params
  const handler = handlers[name]
  if (handler) return handler(args)
  const tool = toolByName.get(name)
  if (!tool) throw new Error(`Unknown tool ${name}`)
  return tool.execute(args)
})
