import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { logOf, statusOf } from './git.js'
import { collect, firstOf, parsed, settled, wrapped } from './later.js'

const server = new McpServer({ name: 'git', version: '1.0.0' })
const text = (value: string) => ({ content: [{ type: 'text' as const, text: value }] })

server.tool('log', { ref: z.string() }, ({ ref }) => parsed(ref).then((name) => name.trim()).then(logOf).then(text))
server.tool('status', { path: z.string() }, ({ path }) => parsed(path).then(statusOf).then(text))
server.tool('many', { refs: z.array(z.string()) }, async ({ refs }) => {
  const names = await collect(refs)
  return text(names.map((name) => logOf(name)).join('\n'))
})
server.tool('race', { ref: z.string() }, async ({ ref }) => text(logOf(await firstOf(ref, 'main'))))
server.tool('settled', { ref: z.string() }, async ({ ref }) => {
  const [result] = await settled(ref)
  return text(result?.status === 'fulfilled' ? logOf(result.value) : 'failed')
})
server.tool('callback', { ref: z.string() }, async ({ ref }) => text(await wrapped((done) => { done(logOf(ref)) })))
