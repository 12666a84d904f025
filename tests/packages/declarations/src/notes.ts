import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { count } from './store.js'

export function registerNotes(server: McpServer): void {
  server.tool('list_notes', 'Lists them', async () => count())
  server.tool('findNote', 'Finds one more', { id: z.string() }, async ({ id }) => count(id)) // expect: no-duplicate-tool-name
}
