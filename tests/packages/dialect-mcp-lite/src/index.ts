import { execFileSync, execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { McpServer } from 'mcp-lite'
import { z } from 'zod'

export const server = new McpServer({ name: 'notes', version: '1.0.0' })
  .tool('search', { // registers: tool search
    description: 'Searches the notes',
    inputSchema: z.object({ words: z.string(), count: z.number() }),
    handler: ({ words, count }) => {
      execFileSync('grep', ['-m', String(count), '--', words]) // safe: an argument list
      return execSync(`grep -m ${count} ${words}`).toString() // expect: no-command-injection
    },
  })
  .prompt('review', { arguments: z.object({ file: z.string() }), handler: ({ file }) => readFileSync(`/srv/${file}`, 'utf8') }) // registers: prompt review // expect: no-path-traversal

server.tool('count', { // registers: tool count
  inputSchema: { type: 'object', properties: { limit: { type: 'number' } } },
  handler: ({ limit }) => execSync(`grep -c ${limit} notes.txt`).toString(), // expect: no-command-injection
})

server.resource('notes://{id}', { name: 'note' }, (uri, { id }) => readFileSync(`/srv/${id}`, 'utf8')) // registers: resource-template notes://{id} // expect: no-path-traversal
server.resource('kinds://{kind}', {}, { kind: z.enum(['md', 'txt']) }, (uri, { kind }) => readFileSync(`/srv/${kind}`)) // registers: resource-template kinds://{kind}
