import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { keyForm, loginForm, projectForm } from './forms.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })

server.registerTool('login', {}, async () => {
  await server.server.elicitInput(loginForm)
  await server.server.elicitInput({ message: 'Which project?', requestedSchema: projectForm })
  await server.server.request({ method: 'elicitation/create', params: keyForm }, ResultSchema)
  return { content: [] }
})
