import { execFileSync, execSync } from 'node:child_process'
import type { InferSchema, ToolMetadata } from 'xmcp'
import { z } from 'zod'

export const schema = { words: z.string(), count: z.number() }

export const metadata: ToolMetadata = { name: 'search_notes', description: 'Searches the notes', annotations: { readOnlyHint: true } }

export default function search({ words, count }: InferSchema<typeof schema>) { // registers: tool search_notes
  execFileSync('grep', ['-m', String(count), '--', words, 'notes.txt']) // safe: an argument list
  return execSync(`grep -m ${count} ${words} notes.txt`).toString() // expect: no-command-injection
}
