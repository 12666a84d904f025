import { execFileSync, execSync } from 'node:child_process'
import { z } from 'zod'

export default { // registers: tool log
  name: 'log',
  description: 'Shows the log',
  inputSchema: { ref: z.string(), path: z.string() },
  handler: async ({ ref, path }: { ref: string, path: string }) => {
    execFileSync('git', ['log', '--', path]) // safe: an argument of its own
    execSync(`git log ${ref}`) // expect: no-command-injection
    return { content: [] }
  },
}

/** No tool: it takes no schema. */
export const command = { name: 'clean', description: 'Cleans up', handler: (folder: string) => execSync(`rm -r ${folder}`) }
