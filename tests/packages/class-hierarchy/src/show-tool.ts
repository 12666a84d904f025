import { z } from 'zod'
import { CommandTool } from './command-tool.js'

export class ShowTool extends CommandTool {
  readonly name = 'show'
  readonly shape = { id: z.string() }

  protected async run({ id }: { id: string }): Promise<string> {
    return this.list('show', '--', id)
  }
}
