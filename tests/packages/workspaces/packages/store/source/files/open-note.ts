import { readFileSync } from 'node:fs'

export function openNote(name: string) {
  const text = readFileSync(`notes/${name}`, 'utf8') // expect: no-path-traversal
  return { content: [{ type: 'text' as const, text }] }
}

export function openIndex() {
  return readFileSync('notes/index.md', 'utf8') // safe: a constant
}
