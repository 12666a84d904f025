import rule from '../../src/rules/no-misleading-annotations.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync, execSync } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
const text = (value) => ({ content: [{ type: 'text', text: String(value) }] })
`

ruleTester().run('no-misleading-annotations', rule, {
  valid: [
    {
      name: 'a tool that reads',
      code: `${SERVER}server.registerTool('read', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, async ({ file }) => {
  return text(await fs.readFile(file, 'utf8'))
})`,
    },
    {
      name: 'a tool that says that it writes',
      code: `${SERVER}server.registerTool('write', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: false },
}, async ({ file }) => {
  await fs.writeFile(file, 'x')
  return text('written')
})`,
    },
    {
      name: 'writing that destroys nothing',
      code: `${SERVER}server.registerTool('add', {
  inputSchema: { file: z.string() }, annotations: { destructiveHint: false },
}, async ({ file }) => {
  await fs.writeFile(file, 'x')
  return text('written')
})`,
    },
    {
      name: 'caches, logs and temporary files',
      code: `${SERVER}async function logCall(name) {
  await fs.appendFile('calls.txt', name)
}
server.registerTool('read', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, async ({ file }) => {
  const copy = path.join(os.tmpdir(), file)
  await fs.writeFile(copy, 'x')
  await fs.rm(copy)
  await fs.writeFile(path.join('.cache', file), 'x')
  await logCall(file)
  return text('read')
})`,
    },
    {
      name: 'a folder that is made if need be',
      code: `${SERVER}server.registerTool('list', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, async ({ file }) => {
  await fs.mkdir(file, { recursive: true })
  return text(await fs.readdir(file))
})`,
    },
    {
      name: 'commands that read, or of which nothing is known',
      code: `${SERVER}server.registerTool('log', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, async ({ file }) => {
  execFileSync('git', ['log', '--', file])
  execSync('git status')
  execFileSync('convert', [file, 'out.png'])
  return text('done')
})`,
    },
    {
      name: 'requests that may be searches',
      code: `${SERVER}server.registerTool('search', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, async ({ file }) => {
  const response = await fetch('https://api.example.com/search', { method: 'POST', body: file })
  return text(await response.text())
})`,
    },
    {
      name: 'statements that read, and those that see to it that a table is there',
      code: `${SERVER}import Database from 'better-sqlite3'
const db = new Database('notes.db')
server.registerTool('search', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, async ({ file }) => {
  db.exec('CREATE TABLE IF NOT EXISTS notes (id TEXT)')
  return text(db.prepare('SELECT * FROM notes WHERE id = ?').get(file))
})`,
    },
  ],
  invalid: [
    {
      name: 'deletes what is named in the source',
      code: `${SERVER}server.registerTool('reset', { annotations: { readOnlyHint: true } }, async () => {
  await fs.rm('/srv/notes', { recursive: true })
  return text('done')
})`,
      output: null,
      errors: [{
        messageId: 'notReadOnly',
        data: { tool: 'Tool reset', deed: 'it deletes files: `fs.rm` (server.js:10)' },
        line: 9, column: 47, endLine: 9, endColumn: 65,
        suggestions: [{
          messageId: 'correct',
          data: { hint: 'readOnlyHint', value: 'false' },
          output: `${SERVER}server.registerTool('reset', { annotations: { readOnlyHint: false } }, async () => {
  await fs.rm('/srv/notes', { recursive: true })
  return text('done')
})`,
        }],
      }],
    },
    {
      name: 'deletes the file that it is given',
      code: `${SERVER}server.registerTool('read', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, async ({ file }) => {
  await fs.rm(file)
  return text('done')
})`,
      output: null,
      errors: [{
        messageId: 'notReadOnly',
        data: { tool: 'Tool read', deed: 'it deletes files: `fs.rm` (server.js:12)' },
        line: 10, column: 53, endLine: 10, endColumn: 71,
        suggestions: [{
          messageId: 'correct',
          data: { hint: 'readOnlyHint', value: 'false' },
          output: `${SERVER}server.registerTool('read', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: false },
}, async ({ file }) => {
  await fs.rm(file)
  return text('done')
})`,
        }],
      }],
    },
    {
      name: 'through functions, annotations in a constant',
      code: `${SERVER}const READS = { readOnlyHint: true, openWorldHint: false }
async function save(name, content) {
  await fs.writeFile(path.join('notes', name), content)
}
server.tool('read', 'Reads one', { file: z.string() }, READS, async ({ file }) => {
  await save(file, 'x')
  return text('done')
})`,
      output: null,
      errors: [{
        messageId: 'notReadOnly',
        data: { tool: 'Tool read', deed: 'it writes files: `fs.writeFile` (server.js:11) through save' },
        line: 9, column: 17, endLine: 9, endColumn: 35,
        suggestions: [{
          messageId: 'correct',
          data: { hint: 'readOnlyHint', value: 'false' },
          output: `${SERVER}const READS = { readOnlyHint: false, openWorldHint: false }
async function save(name, content) {
  await fs.writeFile(path.join('notes', name), content)
}
server.tool('read', 'Reads one', { file: z.string() }, READS, async ({ file }) => {
  await save(file, 'x')
  return text('done')
})`,
        }],
      }],
    },
    {
      name: 'content that the client sends into a fixed file',
      code: `${SERVER}server.registerTool('search', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, async ({ file }) => {
  await fs.writeFile('notes.json', JSON.stringify({ file }))
  return text('done')
})`,
      output: null,
      errors: [{
        messageId: 'notReadOnly',
        data: { tool: 'Tool search', deed: 'it writes files: `fs.writeFile` (server.js:12)' },
        line: 10, column: 53, endLine: 10, endColumn: 71,
        suggestions: [{
          messageId: 'correct',
          data: { hint: 'readOnlyHint', value: 'false' },
          output: `${SERVER}server.registerTool('search', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: false },
}, async ({ file }) => {
  await fs.writeFile('notes.json', JSON.stringify({ file }))
  return text('done')
})`,
        }],
      }],
    },
    {
      name: 'a command that does nothing but change',
      code: `${SERVER}server.registerTool('status', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, async ({ file }) => {
  execSync(\`git commit -m \${file}\`)
  return text('done')
})`,
      output: null,
      errors: [{
        messageId: 'notReadOnly',
        data: { tool: 'Tool status', deed: 'it runs a command that writes: `execSync` (server.js:12)' },
        line: 10, column: 53, endLine: 10, endColumn: 71,
        suggestions: [{
          messageId: 'correct',
          data: { hint: 'readOnlyHint', value: 'false' },
          output: `${SERVER}server.registerTool('status', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: false },
}, async ({ file }) => {
  execSync(\`git commit -m \${file}\`)
  return text('done')
})`,
        }],
      }],
    },
    {
      name: 'a program and its list',
      code: `${SERVER}server.registerTool('clean', {
  inputSchema: { file: z.string() }, annotations: { destructiveHint: false },
}, async ({ file }) => {
  execFileSync('rm', ['-rf', file])
  return text('done')
})`,
      output: null,
      errors: [{
        messageId: 'destructive',
        data: { tool: 'Tool clean', deed: 'it runs a command that deletes: `execFileSync` (server.js:12)' },
        line: 10, column: 53, endLine: 10, endColumn: 75,
        suggestions: [{
          messageId: 'correct',
          data: { hint: 'destructiveHint', value: 'true' },
          output: `${SERVER}server.registerTool('clean', {
  inputSchema: { file: z.string() }, annotations: { destructiveHint: true },
}, async ({ file }) => {
  execFileSync('rm', ['-rf', file])
  return text('done')
})`,
        }],
      }],
    },
    {
      name: 'the program itself is chosen by the client',
      code: `${SERVER}server.registerTool('run', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, async ({ file }) => {
  execSync(file)
  return text('done')
})`,
      output: null,
      errors: [{
        messageId: 'notReadOnly',
        data: { tool: 'Tool run', deed: 'it runs a command that writes: `execSync` (server.js:12)' },
        line: 10, column: 53, endLine: 10, endColumn: 71,
        suggestions: [{
          messageId: 'correct',
          data: { hint: 'readOnlyHint', value: 'false' },
          output: `${SERVER}server.registerTool('run', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: false },
}, async ({ file }) => {
  execSync(file)
  return text('done')
})`,
        }],
      }],
    },
    {
      name: 'a request that deletes',
      code: `${SERVER}async function api(method, id) {
  return fetch(\`https://api.example.com/notes/\${id}\`, { method })
}
server.registerTool('find', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, async ({ file }) => {
  await api('GET', file)
  await api('DELETE', file)
  return text('done')
})`,
      output: null,
      errors: [{
        messageId: 'notReadOnly',
        data: { tool: 'Tool find', deed: 'it sends a request that deletes: `fetch` (server.js:10) through api' },
        line: 13, column: 53, endLine: 13, endColumn: 71,
        suggestions: [{
          messageId: 'correct',
          data: { hint: 'readOnlyHint', value: 'false' },
          output: `${SERVER}async function api(method, id) {
  return fetch(\`https://api.example.com/notes/\${id}\`, { method })
}
server.registerTool('find', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: false },
}, async ({ file }) => {
  await api('GET', file)
  await api('DELETE', file)
  return text('done')
})`,
        }],
      }],
    },
    {
      name: 'a statement that writes',
      code: `${SERVER}import Database from 'better-sqlite3'
const db = new Database('notes.db')
server.registerTool('find', {
  inputSchema: { file: z.string() }, annotations: { title: 'Find', readOnlyHint: true },
}, async ({ file }) => {
  db.prepare('DELETE FROM notes WHERE id = ?').run(file)
  return text('done')
})`,
      output: null,
      errors: [{
        messageId: 'notReadOnly',
        data: { tool: 'Tool find', deed: 'it deletes in the database: `db.prepare` (server.js:14)' },
        line: 12, column: 68, endLine: 12, endColumn: 86,
        suggestions: [{
          messageId: 'correct',
          data: { hint: 'readOnlyHint', value: 'false' },
          output: `${SERVER}import Database from 'better-sqlite3'
const db = new Database('notes.db')
server.registerTool('find', {
  inputSchema: { file: z.string() }, annotations: { title: 'Find', readOnlyHint: false },
}, async ({ file }) => {
  db.prepare('DELETE FROM notes WHERE id = ?').run(file)
  return text('done')
})`,
        }],
      }],
    },
    {
      name: 'a low-level server, by the branch of its dispatch',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import fs from 'node:fs/promises'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
const inputSchema = { type: 'object', properties: { file: { type: 'string' } } }
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    { name: 'read', inputSchema, annotations: { readOnlyHint: true } },
    { name: 'remove', inputSchema, annotations: { readOnlyHint: true } },
  ],
}))
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  switch (params.name) {
    case 'read':
      return { content: await fs.readFile(params.arguments.file, 'utf8') }
    case 'remove':
      await fs.unlink(params.arguments.file)
      return { content: [] }
    default:
      throw new Error('Unknown tool')
  }
})`,
      output: null,
      errors: [{
        messageId: 'notReadOnly',
        data: { tool: 'Tool remove', deed: 'it deletes files: `fs.unlink` (server.js:17)' },
        line: 9, column: 51, endLine: 9, endColumn: 69,
        suggestions: [{
          messageId: 'correct',
          data: { hint: 'readOnlyHint', value: 'false' },
          output: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import fs from 'node:fs/promises'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
const inputSchema = { type: 'object', properties: { file: { type: 'string' } } }
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    { name: 'read', inputSchema, annotations: { readOnlyHint: true } },
    { name: 'remove', inputSchema, annotations: { readOnlyHint: false } },
  ],
}))
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  switch (params.name) {
    case 'read':
      return { content: await fs.readFile(params.arguments.file, 'utf8') }
    case 'remove':
      await fs.unlink(params.arguments.file)
      return { content: [] }
    default:
      throw new Error('Unknown tool')
  }
})`,
        }],
      }],
    },
  ],
})
