import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { MCPServer, text } from 'mcp-use'
import { z } from 'zod'

const server = new MCPServer({ name: 'notes', version: '1.0.0' })

server
  .tool({ name: 'search', description: 'Searches', inputSchema: z.object({ words: z.string(), count: z.number() }) }, // registers: tool search
    async ({ words, count }) => {
      execSync(`head -n ${count} notes.txt`) // safe: a number
      return text(execSync(`grep ${words} notes.txt`).toString()) // expect: no-command-injection
    })
  .resourceTemplate({ uriTemplate: 'notes://{id}', name: 'note' }, async (uri, { id }) => // registers: resource-template note
    text(readFileSync(`/srv/${id}`, 'utf8'))) // expect: no-path-traversal

server.prompt({ name: 'review', schema: z.object({ file: z.string() }) }, async ({ file }) => readFileSync(`/srv/${file}`, 'utf8')) // registers: prompt review // expect: no-path-traversal
