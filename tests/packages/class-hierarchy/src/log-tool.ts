import { z } from 'zod'
import { CommandTool } from './command-tool.js'

export class LogTool extends CommandTool {
  readonly name = 'log'
  readonly shape = { ref: z.string() }

  protected async run({ ref }: { ref: string }): Promise<string> {
    return super.line(`log ${ref}`)
  }
}
