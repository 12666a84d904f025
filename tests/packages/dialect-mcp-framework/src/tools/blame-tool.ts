import { execSync } from 'node:child_process'
import { MCPTool } from 'mcp-framework'
import { z } from 'zod'

const schema = z.object({
  file: z.string().describe('File to explain'),
  mode: z.enum(['short', 'long']).describe('How much to show'),
})

export default class BlameTool extends MCPTool { // registers: tool blame
  name = 'blame'
  description = 'Shows who wrote each line'
  schema = schema

  async execute(input: z.infer<typeof schema>) {
    this.log('info', execSync(`git blame --${input.mode}`).toString()) // safe: one of two words
    return execSync(`git blame ${input.file}`).toString() // expect: no-command-injection
  }
}
