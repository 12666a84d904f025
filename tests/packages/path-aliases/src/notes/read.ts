import { readFileSync } from 'node:fs'
import { inNotes } from '@/notes/folder'

export function readNote(name: string) {
  const text = readFileSync(inNotes(name), 'utf8') // expect: no-path-traversal
  return { content: [{ type: 'text' as const, text }] }
}
