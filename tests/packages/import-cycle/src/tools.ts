import { z } from 'zod'
import { server } from './index.js'
import { git } from './git.js'
import { read, readFixed } from './notes.js'

export function registerTools() {
  server.tool('log', { ref: z.string() }, async ({ ref }) => text(git(`log ${ref}`)))
  server.tool('read', { name: z.string() }, async ({ name }) => text(read(name) + readFixed()))
}

export function text(value: string) {
  return { content: [{ type: 'text' as const, text: value }] }
}
