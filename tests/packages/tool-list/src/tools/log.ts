import { execSync } from 'node:child_process'
import { z } from 'zod'

export const logTool = {
  name: 'log',
  description: 'The log of a branch',
  schema: { ref: z.string() },
  handler: async ({ ref }: { ref: string }) => {
    const text = execSync(`git log ${ref}`).toString() // expect: no-command-injection
    return { content: [{ type: 'text' as const, text }] }
  },
}
