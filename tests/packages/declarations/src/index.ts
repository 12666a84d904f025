import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { ABOUT, READS } from './texts.js'
import { registerNotes } from './notes.js'
import { Note } from './schemas.js'
import { archive, count } from './store.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })

server.registerTool('count_notes', { description: 'Counts them', annotations: { readOnlyHint: true } }, async () => count())
server.registerTool('find_note', { description: ABOUT, inputSchema: { id: z.string() } }, async ({ id }) => count(id)) // expect: no-poisoned-description
server.tool('archive_note', 'Archives one', { id: z.string() }, READS, async ({ id }) => archive(id)) // expect: no-misleading-annotations
server.tool('add_note', 'Adds one', Note, async () => count()) // expect: no-misplaced-schema
server.tool('set_note', 'Sets one', Note.shape, async ({ id }) => count(id))
registerNotes(server)
