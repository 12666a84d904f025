import { randomUUID } from 'node:crypto'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { exists, load, remove, save } from './files.js'
import { answerError, noteCall } from './log.js'

export function registerTools(server: McpServer): void {
  server.registerTool('read', { inputSchema: { name: z.string() } }, async ({ name }) => (
    { content: [{ type: 'text', text: await load(name) }] }
  ))
  server.registerTool('exists', { inputSchema: { name: z.string() } }, async ({ name }) => (
    { content: [{ type: 'text', text: String(await exists(name)) }] }
  ))
  // safe: the call is logged, and so is what goes wrong, under an id
  server.registerTool('write', { inputSchema: { name: z.string(), text: z.string() } }, async ({ name, text }) => {
    noteCall('write')
    try {
      await save(name, text)
      return { content: [] }
    } catch (error) {
      return answerError(error, randomUUID())
    }
  })
  // expect: require-security-event-log
  server.registerTool('remove', { inputSchema: { name: z.string() } }, async ({ name }) => {
    try {
      await remove(name)
      return { content: [] }
    } catch (error) {
      console.error(error)
      // expect: require-error-id
      return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
    }
  })
}
