import { readFileSync } from 'node:fs'
import { prompt, z } from '@cyanheads/mcp-ts-core'

export const review = prompt('review', { // registers: prompt review
  description: 'Asks for a review',
  args: z.object({ file: z.string() }),
  generate: ({ file }) => [{ role: 'user', content: { type: 'text', text: readFileSync(`/srv/${file}`, 'utf8') } }], // expect: no-path-traversal
})
