import { readFileSync } from 'node:fs'

export function readNote(name: string) {
  const text = readFileSync(`notes/${name}`, 'utf8') // expect: no-path-traversal
  return { content: [{ type: 'text' as const, text }] }
}
