import { readFileSync } from 'node:fs'
import { app, arg } from '@azure/functions'
import type { InvocationContext } from '@azure/functions'

app.mcpTool('readNote', { // registers: tool read_note
  toolName: 'read_note',
  description: 'Reads a note',
  toolProperties: { file: arg.string().describe('The note') },
  handler: async (messages: { arguments: { file: string } }, context: InvocationContext) => {
    readFileSync(`/srv/${context.functionName}.md`) // safe: a name of the server's own
    readFileSync(`/srv/${context.triggerMetadata.mcptoolargs.file}`) // expect: no-path-traversal
    return readFileSync(`/srv/${messages.arguments.file}`, 'utf8') // expect: no-path-traversal
  },
})

app.http('health', { handler: async () => ({ body: readFileSync('/srv/health.txt', 'utf8') }) })
