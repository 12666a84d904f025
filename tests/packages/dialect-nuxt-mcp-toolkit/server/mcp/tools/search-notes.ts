import { execFileSync } from 'node:child_process'
import { z } from 'zod'

export default defineMcpTool({ // registers: tool search-notes
  description: 'Searches the notes',
  inputSchema: { words: z.string() },
  handler: async ({ words }) => {
    execFileSync('grep', ['--', words]) // safe: an argument list
    return grep(words)
  },
})

function grep(words: string): string {
  return execFileSync('sh', ['-c', `grep ${words} notes.txt`]).toString() // expect: no-command-injection
}
