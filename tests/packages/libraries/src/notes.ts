import fs from 'node:fs/promises'
import isPathInside from 'is-path-inside'

export async function readNote(file: string) {
  if (isPathInside(file, '/srv/notes')) {
    return { content: [{ type: 'text' as const, text: await fs.readFile(file, 'utf8') }] } // safe: inside
  }
  await fs.appendFile(file, 'refused') // expect: no-path-traversal
  return { content: [] }
}
