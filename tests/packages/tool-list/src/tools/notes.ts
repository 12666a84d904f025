import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const FOLDERS = { inbox: 'notes/inbox', archive: 'notes/archive' }

const read = {
  name: 'read_note',
  description: 'One note',
  schema: { name: z.string() },
  async handler({ name }: { name: string }) {
    const text = readFileSync(path.join('notes', name), 'utf8') // expect: no-path-traversal
    return { content: [{ type: 'text' as const, text }] }
  },
}

const list = {
  name: 'list_notes',
  description: 'The notes of a folder',
  schema: { folder: z.enum(['inbox', 'archive']) },
  async handler({ folder }: { folder: 'inbox' | 'archive' }) {
    const names = readdirSync(FOLDERS[folder]) // safe: a table of constants
    return { content: [{ type: 'text' as const, text: names.join() }] }
  },
}

export const noteTools = [read, list]
