import { readFileSync } from 'node:fs'
import { MCPPrompt } from 'mcp-framework'
import { z } from 'zod'

export default class ReviewPrompt extends MCPPrompt<{ file: string }> { // registers: prompt review, completion review
  name = 'review'
  description = 'Asks for a review'
  schema = { file: { type: z.string(), description: 'File to review', required: true } }

  async generateMessages({ file }: { file: string }) {
    return [{ role: 'user', content: { type: 'text', text: readFileSync(`/srv/${file}`, 'utf8') } }] // expect: no-path-traversal
  }

  async complete(argument: string, value: string) {
    return { values: [readFileSync(`/srv/index/${value}`, 'utf8')] } // expect: no-path-traversal
  }
}
