import { execFileSync, execSync } from 'node:child_process'
import { z } from 'zod'

const Show = z.object({ ref: z.string() })

export function dispatch(name: string, args: Record<string, unknown>) {
  switch (name) {
    case 'log':
      execSync(`git log ${args['ref']}`) // expect: no-command-injection, no-unvalidated-arguments
      return { content: [] }
    case 'show': {
      const { ref } = Show.parse(args)
      execFileSync('git', ['show', '--end-of-options', ref]) // safe: parsed, and an argument of its own
      return { content: [] }
    }
    default:
      throw new Error(`Unknown tool: ${name}`)
  }
}
