import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

export function createLogTool(program: string) {
  const schema = { ref: z.string(), level: z.number() }
  return {
    name: 'log',
    config: { inputSchema: schema },
    async handler({ ref, level }: { ref: string; level: number }) {
      const first = execSync(`${program} log -n ${level}`).toString() // safe: a number
      const text = execSync(`${program} log ${ref}`).toString() // expect: no-command-injection
      return { content: [{ type: 'text' as const, text: first + text }] }
    },
  }
}

export const createReadTool = ({ root }: { root: string }) => ({
  name: 'read',
  config: { inputSchema: { name: z.string() } },
  handler: async ({ name }: { name: string }) => {
    const text = readFileSync(path.resolve(root, name), 'utf8') // expect: no-path-traversal
    return { content: [{ type: 'text' as const, text }] }
  },
})
