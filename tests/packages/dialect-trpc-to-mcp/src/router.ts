import { execFileSync, execSync } from 'node:child_process'
import { z } from 'zod'
import { publicProcedure, router, userProcedure } from './trpc.js'

export const appRouter = router({
  search: userProcedure // registers: tool search_notes
    .meta({ mcp: { enabled: true, name: 'search_notes', description: 'Searches the notes' } })
    .input(z.object({ words: z.string() }))
    .query(({ input }) => {
      execFileSync('grep', ['--', input.words]) // safe: an argument list
      return execSync(`grep ${input.words} notes.txt`).toString() // expect: no-command-injection
    }),
  // A procedure that no tool is made of.
  health: publicProcedure.input(z.object({ host: z.string() })).query(({ input }) => execSync(`ping ${input.host}`).toString()),
})
