import { execSync } from 'node:child_process'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import * as Sentry from '@sentry/node'
import { traced } from 'mcp-tracing'
import { z } from 'zod'
import { registerHandles } from './handles.js'
import { registerPrompts } from './prompts.js'
import { registerResources } from './resources.js'
import { registerNew, registerOld } from './tools.js'

const server = new McpServer({ name: 'git', version: '1.0.0' })
registerOld(server)
registerNew(server, process.env.PREFIX ?? 'git')
registerPrompts(server)
registerResources(server)
registerHandles(server)

const wrapped = Sentry.wrapMcpServerWithSentry(new McpServer({ name: 'watched', version: '1.0.0' }))
wrapped.registerTool('watched_log', { inputSchema: { ref: z.string() } }, async ({ ref }) => { // registers: tool watched_log
  execSync(`git log ${ref}`) // expect: no-command-injection
  return { content: [] }
})
// What a package of which nothing is known makes of a server is one.
const followed = traced(new McpServer({ name: 'traced', version: '1.0.0' }))
followed.registerTool('traced_log', { inputSchema: { ref: z.string() } }, async ({ ref }) => { // registers: tool traced_log
  execSync(`git log ${ref}`) // expect: no-command-injection
  return { content: [] }
})

await server.connect(new StdioServerTransport())
