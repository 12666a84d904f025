import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import express from 'express'
import { noteCall } from './log.js'
import { registerTools } from './tools.js'

const app = express()
const server = new McpServer({ name: 'notes', version: '1.0.0' })
registerTools(server)

app.use((req, res, next) => {
  if (req.headers.authorization !== process.env['TOKEN']) {
    res.status(401).end() // expect: require-auth-failure-log
    return
  }
  next()
})

app.use('/admin', (req, res) => {
  noteCall('admin')
  logRefusal(req.path)
  res.status(403).end() // safe: logged
})

function logRefusal(path: string): void {
  noteCall(path)
}

app.post('/mcp', async (req, res) => {
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined })
  await server.connect(transport)
  await transport.handleRequest(req, res, req.body)
})
