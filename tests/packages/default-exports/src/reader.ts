import { readFileSync } from 'node:fs'
import path from 'node:path'

export interface Note { content: { type: 'text'; text: string }[] }

export default class Reader {
  read(name: string): Note {
    const text = readFileSync(path.join('notes', name), 'utf8') // expect: no-path-traversal
    return { content: [{ type: 'text', text }] }
  }
}
