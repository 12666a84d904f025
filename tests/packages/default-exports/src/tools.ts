import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export default {
  async count({ name }: { name: string }) {
    const text = readFileSync(path.join('notes', name), 'utf8') // expect: no-path-traversal
    return { content: [{ type: 'text' as const, text: String(text.length) }] }
  },
  size: async ({ name }: { name: string }) => {
    const { size } = statSync(path.join('notes', path.basename(name))) // safe: a base name
    return { content: [{ type: 'text' as const, text: String(size) }] }
  },
}
