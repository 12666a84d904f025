import { readFileSync } from 'node:fs'
import { Ctx, Payload } from '@nestjs/microservices'
import { McpController, McpRawRequest, Tool } from '@rekog/mcp-nest'
import { z } from 'zod'

/** As in version 2: decorators say what a parameter is. */
@McpController()
export class MarkedTools {
  @Tool({ name: 'read_note', description: 'Reads a note', parameters: z.object({ file: z.string() }) }) // registers: tool read_note
  read(@Ctx() context: { root: string }, @Payload() { file }: { file: string }) {
    readFileSync(`${context.root}/index.md`) // safe: the context is the server's
    return readFileSync(`/srv/${file}`, 'utf8') // expect: no-path-traversal
  }

  @Tool({ name: 'read_own', description: 'Reads the note that belongs to a request' }) // registers: tool read_own
  readOwn(@McpRawRequest() request: { headers: Record<string, string> }) {
    return readFileSync(`/srv/${request.headers['x-note']}`, 'utf8') // expect: no-path-traversal
  }
}
