import { appendFile, readdir, unlink } from 'node:fs/promises'
import path from 'node:path'

export async function count(id = '') {
  // safe: a log of the server's own is nothing that a tool changes
  await appendFile('calls.log', id)
  const names = await readdir('notes')
  return { content: [{ type: 'text' as const, text: String(names.length) }] }
}

export async function archive(id: string) {
  await unlink(path.join('notes', path.basename(id)))
  return { content: [] }
}
