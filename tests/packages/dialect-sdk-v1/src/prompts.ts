import { readFileSync } from 'node:fs'
import { completable } from '@modelcontextprotocol/sdk/server/completable.js'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

function ask(text: string) {
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] }
}

export function registerPrompts(server: McpServer) {
  server.prompt('hello', async () => ask('Hello')) // registers: prompt hello
  server.prompt('describe', 'Describes a note', async () => ask('Describe it')) // registers: prompt describe
  server.prompt('quote', { name: z.string() }, async ({ name }) => { // registers: prompt quote
    return ask(readFileSync(`/notes/${name}`, 'utf8')) // expect: no-path-traversal
  })
  server.prompt('cite', 'Cites a note', { id: z.string().uuid() }, async ({ id }) => { // registers: prompt cite
    return ask(readFileSync(`/notes/${id}`, 'utf8')) // safe: a uuid
  })
  server.registerPrompt('review', { // registers: prompt review
    title: 'Review', description: 'Reviews a note',
    argsSchema: {
      name: completable(z.string(), (value, context) => { // registers: completion *
        readFileSync(`/notes/${context?.arguments?.folder}/index`) // expect: no-path-traversal
        return [readFileSync(`/notes/${value}`, 'utf8')] // expect: no-path-traversal
      }),
      language: completable(z.enum(['en', 'fr']), (value) => ['en', 'fr'].filter((item) => item.startsWith(value))), // registers: completion *
    },
  }, async ({ name, language }) => {
    readFileSync(`/notes/${language}`) // safe: one of two
    return ask(readFileSync(`/notes/${name}`, 'utf8')) // expect: no-path-traversal
  })
}
