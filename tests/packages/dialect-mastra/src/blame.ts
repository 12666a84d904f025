import { execFileSync, execSync } from 'node:child_process'
import { createTool } from '@mastra/core/tools'
import { z } from 'zod'

export const blame = createTool({ // registers: tool blame
  id: 'blame-file',
  description: 'Shows who wrote each line',
  inputSchema: z.object({ file: z.string(), mode: z.enum(['short', 'long']) }),
  execute: async (inputData, context) => {
    execFileSync('git', ['blame', `--${inputData.mode}`], { cwd: context.mcp?.extra.root }) // safe: one of two words
    return execSync(`git blame ${inputData.file}`).toString() // expect: no-command-injection
  },
})

/** A tool of an agent that no server exposes. */
export const format = createTool({
  id: 'format',
  description: 'Formats a file',
  inputSchema: z.object({ file: z.string() }),
  execute: async ({ file }) => execSync(`prettier ${file}`).toString(),
})
