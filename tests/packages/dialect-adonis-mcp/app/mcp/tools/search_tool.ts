import { execFileSync, execSync } from 'node:child_process'
import { Tool } from '@jrmc/adonis-mcp'
import type { ToolContext } from '@jrmc/adonis-mcp/types/context'

export default class SearchTool extends Tool { // registers: tool search
  name = 'search'
  description = 'Searches the notes'

  async handle({ args, response }: ToolContext) {
    execFileSync('grep', ['--', args.words]) // safe: an argument list
    return response.text(execSync(`grep ${args.words} notes.txt`).toString()) // expect: no-command-injection
  }

  schema() {
    return { type: 'object', properties: { words: { type: 'string' } }, required: ['words'] }
  }
}
