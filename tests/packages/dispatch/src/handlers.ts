import { execSync } from 'node:child_process'
import { z } from 'zod'

type Handler = (args: Record<string, unknown>) => Promise<{ content: { type: 'text'; text: string }[] }>

const LogArguments = z.object({ ref: z.string() })
const LevelArguments = z.object({ level: z.enum(['info', 'debug']) })

export const handlers: Record<string, Handler> = {
  log: async (args) => {
    const { ref } = LogArguments.parse(args)
    return text(execSync(`git log ${ref}`)) // expect: no-command-injection
  },
  level: async (args) => {
    const { level } = LevelArguments.parse(args)
    return text(execSync(`journal -p ${level}`)) // safe: the schema is an enum and is enforced here
  },
}

function text(output: Buffer) {
  return { content: [{ type: 'text' as const, text: output.toString() }] }
}
