import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export async function read(name: string) {
  const text = await readFile(path.join('notes', name), 'utf8') // expect: no-path-traversal
  return { content: [{ type: 'text' as const, text }] }
}

export async function list() {
  const names = await readdir('notes') // safe: a constant
  return { content: [{ type: 'text' as const, text: names.join() }] }
}
