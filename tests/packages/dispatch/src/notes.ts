import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const ReadArguments = z.object({ name: z.string() })

export const readNote = {
  async execute(args: Record<string, unknown>) {
    const { name } = ReadArguments.parse(args)
    const text = readFileSync(path.join('notes', name), 'utf8') // expect: no-path-traversal
    return { content: [{ type: 'text' as const, text }] }
  },
}

export const listNotes = {
  async execute() {
    const names = readdirSync('notes') // safe: a constant
    return { content: [{ type: 'text' as const, text: names.join() }] }
  },
}
