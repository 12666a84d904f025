import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import rule from '../../src/rules/require-tool-annotations.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import fs from 'node:fs/promises'
import { z } from 'zod'
const server = new McpServer({ name: 'files', version: '1.0.0' })
const text = (value) => ({ content: [{ type: 'text', text: String(value) }] })
const read = async ({ file }) => text(await fs.readFile(file, 'utf8'))
const remove = async ({ file }) => text(await fs.rm(file))
const call = async ({ file }) => text(await fetch('https://api.example.com/' + encodeURIComponent(file)))
`

// Outside this repository, where the SDK is installed.
const folder = mkdtempSync(path.join(tmpdir(), 'sdk-annotations-'))
afterAll(() => { rmSync(folder, { recursive: true }) })

/** A file of a package that depends on this version of the SDK. */
function fileWith(version: string): string {
  const root = path.join(folder, version)
  mkdirSync(root)
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ dependencies: { '@modelcontextprotocol/sdk': version } }))
  return path.join(root, 'server.js')
}

ruleTester().run('require-tool-annotations', rule, {
  valid: [
    {
      name: 'annotations',
      code: `${SERVER}server.registerTool('read', { inputSchema: { file: z.string() }, annotations: { readOnlyHint: true } }, read)
server.tool('remove', { file: z.string() }, { destructiveHint: true }, remove)`,
    },
    {
      name: 'a configuration that is not to be seen',
      code: `${SERVER}import { config, hints } from './config.js'
server.registerTool('read', config, read)
server.registerTool('read_all', { ...config, title: 'All' }, read)
server.registerTool('read_one', { inputSchema: { file: z.string() }, annotations: hints }, read)`,
    },
    {
      name: 'a handle that changes a tool',
      code: `${SERVER}const annotations = { readOnlyHint: true }
const tool = server.registerTool('read', { inputSchema: { file: z.string() }, annotations }, read)
tool.update({ paramsSchema: { file: z.string().max(9) }, callback: read })`,
    },
    {
      name: 'prompts and resources have none',
      code: `${SERVER}server.prompt('summary', () => ({ messages: [] }))`,
    },
  ],
  invalid: [
    {
      name: 'a tool that reads',
      code: `${SERVER}server.registerTool('read', {
  description: 'Reads one', inputSchema: { file: z.string() },
}, read)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool read' },
        line: 9, column: 21, endLine: 9, endColumn: 27,
        suggestions: [{
          messageId: 'annotate',
          data: { annotations: '{ readOnlyHint: true }' },
          output: `${SERVER}server.registerTool('read', {
  description: 'Reads one', inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, read)`,
        }],
      }],
    },
    {
      name: 'a tool that deletes, in the positional form',
      code: `${SERVER}server.tool('remove', 'Removes one', {
  file: z.string(),
}, remove)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool remove' },
        line: 9, column: 13, endLine: 9, endColumn: 21,
        suggestions: [{
          messageId: 'annotate',
          data: { annotations: '{ readOnlyHint: false, destructiveHint: true }' },
          output: `${SERVER}server.tool('remove', 'Removes one', {
  file: z.string(),
}, { readOnlyHint: false, destructiveHint: true }, remove)`,
        }],
      }],
    },
    {
      name: 'an SDK that takes annotations in front of the handler for the handler',
      code: `${SERVER}server.tool('remove', { file: z.string() }, remove)`,
      filename: fileWith('1.10.2'),
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool remove' },
        line: 9, column: 13, endLine: 9, endColumn: 21,
      }],
    },
    {
      name: 'the first SDK that takes them there',
      code: `${SERVER}server.tool('remove', { file: z.string() }, remove)`,
      filename: fileWith('1.11.0'),
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool remove' },
        line: 9, column: 13, endLine: 9, endColumn: 21,
        suggestions: [{
          messageId: 'annotate',
          data: { annotations: '{ readOnlyHint: false, destructiveHint: true }' },
          output: `${SERVER}server.tool('remove', { file: z.string() }, { readOnlyHint: false, destructiveHint: true }, remove)`,
        }],
      }],
    },
    {
      name: 'a tool that calls out',
      code: `${SERVER}server.registerTool('call', {
  inputSchema: { file: z.string() },
}, call)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool call' },
        line: 9, column: 21, endLine: 9, endColumn: 27,
        suggestions: [{
          messageId: 'annotate',
          data: { annotations: '{ readOnlyHint: false, openWorldHint: true }' },
          output: `${SERVER}server.registerTool('call', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: false, openWorldHint: true },
}, call)`,
        }],
      }],
    },
    {
      name: 'a tool of which nothing is known',
      code: `${SERVER}import { run } from './run.js'
server.tool('run', { file: z.string() }, run)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool run' },
        line: 10, column: 13, endLine: 10, endColumn: 18,
      }],
    },
    {
      name: 'a configuration with nothing in it',
      code: `${SERVER}const list = async () => text(await fs.readdir('/notes'))
server.registerTool('list', {}, list)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool list' },
        line: 10, column: 21, endLine: 10, endColumn: 27,
        suggestions: [{
          messageId: 'annotate',
          data: { annotations: '{ readOnlyHint: true }' },
          output: `${SERVER}const list = async () => text(await fs.readdir('/notes'))
server.registerTool('list', { annotations: { readOnlyHint: true } }, list)`,
        }],
      }],
    },
    {
      name: 'a statement that selects',
      code: `${SERVER}import pg from 'pg'
const pool = new pg.Pool()
const QUERY = 'SELECT title FROM notes WHERE id = $1'
const find = async ({ id }) => text(await pool.query(QUERY, [id]))
server.registerTool('find', { inputSchema: { id: z.string() } }, find)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool find' },
        line: 13, column: 21, endLine: 13, endColumn: 27,
        suggestions: [{
          messageId: 'annotate',
          data: { annotations: '{ readOnlyHint: true }' },
          output: `${SERVER}import pg from 'pg'
const pool = new pg.Pool()
const QUERY = 'SELECT title FROM notes WHERE id = $1'
const find = async ({ id }) => text(await pool.query(QUERY, [id]))
server.registerTool('find', { inputSchema: { id: z.string() }, annotations: { readOnlyHint: true } }, find)`,
        }],
      }],
    },
    {
      name: 'a statement that may do anything',
      code: `${SERVER}import pg from 'pg'
const pool = new pg.Pool()
server.registerTool('query', { inputSchema: { sql: z.string() } }, async ({ sql }) => text(await pool.query(sql)))`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool query' },
        line: 11, column: 21, endLine: 11, endColumn: 28,
      }],
    },
    {
      name: 'a loop that registers tools that differ',
      code: `${SERVER}for (const [name, run] of [['read', read], ['remove', remove]]) {
  server.registerTool(name, { inputSchema: { file: z.string() } }, run)
}`,
      output: null,
      errors: [
        { messageId: 'missing', data: { tool: 'Tool read' }, line: 10, column: 23, endLine: 10, endColumn: 27 },
        { messageId: 'missing', data: { tool: 'Tool remove' }, line: 10, column: 23, endLine: 10, endColumn: 27 },
      ],
    },
    {
      name: 'a title says nothing',
      code: `${SERVER}server.registerTool('read', { inputSchema: { file: z.string() }, annotations: { title: 'Read' } }, read)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool read' },
        line: 9, column: 21, endLine: 9, endColumn: 27,
      }],
    },
    {
      name: 'a tool that a low-level server lists',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'read', inputSchema: {
    type: 'object', properties: {} } }],
}))`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool read' },
        line: 5, column: 19, endLine: 5, endColumn: 25,
      }],
    },
  ],
})
