import { readFileSync } from 'node:fs'
import { tool } from '@supabase/mcp-utils'
import { z } from 'zod'

const readNote = tool({ // registers: tool read_note
  description: 'Reads a note',
  parameters: z.object({ file: z.string(), kind: z.enum(['md', 'txt']) }),
  execute: async ({ file, kind }) => {
    readFileSync(`/srv/index.${kind}`) // safe: one of two words
    return readFileSync(`/srv/${file}`, 'utf8') // expect: no-path-traversal
  },
})

/** Not given to any server. */
export const unused = tool({
  description: 'Reads anything',
  parameters: z.object({ file: z.string() }),
  execute: async ({ file }) => readFileSync(file, 'utf8'),
})

export const fileTools = { read_note: readNote }
