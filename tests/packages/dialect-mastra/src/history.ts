import { execSync } from 'node:child_process'
import { createTool } from '@mastra/core/tools'
import { z } from 'zod'

/** In the form of 0.x: the input is what is called `context`. */
export const history = createTool({ // registers: tool log
  id: 'log',
  description: 'Lists commits',
  inputSchema: z.object({ ref: z.string() }),
  execute: async ({ context, runtimeContext }) => {
    execSync(`git fetch ${runtimeContext.get('remote')}`) // safe: set by the server
    return execSync(`git log ${context.ref}`).toString() // expect: no-command-injection
  },
})
