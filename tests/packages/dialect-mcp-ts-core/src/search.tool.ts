import { execFileSync, execSync } from 'node:child_process'
import { tool, z } from '@cyanheads/mcp-ts-core'

export const search = tool('search', { // registers: tool search
  description: 'Searches the notes',
  input: z.object({ words: z.string().describe('What to look for') }),
  output: z.object({ lines: z.string() }),
  handler: async (input, ctx) => {
    execFileSync('grep', ['--', input.words], { cwd: ctx.state.root }) // safe: an argument list
    return { lines: execSync(`grep ${input.words} notes.txt`).toString() } // expect: no-command-injection
  },
})
