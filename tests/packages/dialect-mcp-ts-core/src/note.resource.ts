import { readFileSync } from 'node:fs'
import { resource, z } from '@cyanheads/mcp-ts-core'

export const note = resource('notes://{id}', { // registers: resource-template note
  name: 'note',
  params: z.object({ id: z.string() }),
  handler: ({ id }) => ({ text: readFileSync(`/srv/${id}`, 'utf8') }), // expect: no-path-traversal
})
