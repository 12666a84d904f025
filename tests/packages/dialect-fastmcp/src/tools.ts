import { execFileSync, execSync } from 'node:child_process'
import type { Tool } from 'fastmcp'
import { z } from 'zod'

export const tools: Tool<undefined>[] = [
  {
    name: 'show', description: 'Shows a commit', parameters: z.object({ ref: z.string() }),
    execute: async ({ ref }) => execFileSync('git', ['show', '--end-of-options', ref]).toString(), // safe: an argument of its own
  },
  {
    name: 'blame', description: 'Says who wrote it', parameters: z.object({ file: z.string() }),
    execute: async ({ file }) => execSync(`git blame ${file}`).toString(), // expect: no-command-injection
  },
]
