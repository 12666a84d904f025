import { z } from 'zod'
import { GitTool } from './git-tool.js'

interface LogInput {
  count: number
  ref: string
}

export default class LogTool extends GitTool<LogInput> { // registers: tool log
  name = 'log'
  description = 'Lists commits'
  schema = {
    count: { type: z.number().int(), description: 'How many' },
    ref: { type: z.string(), description: 'Where to start' },
  }

  async execute({ count, ref }: LogInput) {
    return [this.run(`log -n ${count}`), this.run(`log ${ref}`)]
  }
}
