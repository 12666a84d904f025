import { readFileSync } from 'node:fs'
import { Resource } from '@jrmc/adonis-mcp'
import type { ResourceContext } from '@jrmc/adonis-mcp/types/context'

export default class NoteResource extends Resource<{ id: string }> { // registers: resource-template note
  name = 'note'
  uri = 'notes://{id}'

  async handle({ args, response }: ResourceContext<{ id: string }>) {
    return response.text(readFileSync(`/srv/${args?.id}`, 'utf8')) // expect: no-path-traversal
  }
}
