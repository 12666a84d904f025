import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createMcpServer } from '@genkit-ai/mcp'
import { genkit, z } from 'genkit'

const ai = genkit({})

ai.defineTool({ name: 'search', description: 'Searches', inputSchema: z.object({ words: z.string() }) }, async ({ words }) => { // registers: tool search
  execSync('sync') // safe: a fixed command
  return execSync(`grep ${words} notes.txt`).toString() // expect: no-command-injection
})

ai.definePrompt({ name: 'happy', input: { schema: z.object({ action: z.string() }) } }, 'If you are happy, {{action}}.')

ai.defineResource({ name: 'note', template: 'notes://{path}' }, async ({ uri }) => // registers: resource-template note
  ({ content: [{ text: readFileSync(uri, 'utf8') }] })) // expect: no-path-traversal

await createMcpServer(ai, { name: 'notes' }).start()
