import { execFileSync, execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ZodJsonSchemaAdapter } from '@tmcp/adapter-zod'
import { McpServer } from 'tmcp'
import { z } from 'zod'
import { listTool } from './list-tool.js'
import { registerDocuments } from './register-documents.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' }, { adapter: new ZodJsonSchemaAdapter(), capabilities: { tools: {} } })

server.tool( // registers: tool search
  { name: 'search', description: 'Searches the notes', schema: z.object({ words: z.string() }) },
  ({ words }) => {
    execFileSync('grep', ['--', words]) // safe: an argument list
    return execSync(`grep ${words} notes.txt`).toString() // expect: no-command-injection
  },
)

server.tool({ name: 'uptime', description: 'Tells how long it runs' }, () => execSync('uptime').toString()) // registers: tool uptime

server.prompt( // registers: prompt review
  { name: 'review', description: 'Asks for a review', schema: z.object({ file: z.string() }) },
  ({ file }) => readFileSync(`/srv/${file}`, 'utf8'), // expect: no-path-traversal
)

server.resource({ name: 'readme', description: 'What it is', uri: 'notes://readme' }, (uri) => // registers: resource readme
  readFileSync(`/srv/readme?${uri}`, 'utf8')) // safe: the URI that was registered

server.tools([listTool])
registerDocuments(server)
