import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import axios from 'axios'
import { app as expressApp } from './express.js'
import { app as fastifyApp } from './fastify.js'
import { app as honoApp } from './hono.js'
import { app as koaApp } from './koa.js'
import { listener } from './node.js'
import { GET } from './next.js'
import worker from './worker.js'

export function createServer(): McpServer {
  const server = new McpServer({ name: 'notes', version: '1.0.0' })
  server.registerTool('whoami', {}, async (extra) => {
    console.error('called by', extra.authInfo?.clientId) // safe: a name
    console.error('called with', extra.authInfo?.token) // expect: no-secret-logging
    console.error(extra.requestInfo?.headers) // expect: no-secret-logging
    return { content: [{ type: 'text', text: `${extra.authInfo?.token}` }] } // expect: no-secret-in-response
  })
  server.registerTool('report', {}, async (extra) => {
    try {
      await fetch('https://example.com')
    } catch (error) {
      if (axios.isAxiosError(error)) return { content: [{ type: 'text', text: JSON.stringify(error.config) }] } // expect: no-secret-in-response
      const { stack } = error as Error
      await extra.sendNotification({ method: 'notifications/message', params: { level: 'error', data: stack } }) // expect: no-stack-in-response
    }
    return { content: [] }
  })
  return server
}

export const apps = [expressApp, fastifyApp, honoApp, koaApp, listener, GET, worker]
