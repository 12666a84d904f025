import rule from '../../src/rules/require-param-pattern.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'files', version: '1.0.0' })
const run = async () => ({ content: [] })
`

ruleTester().run('require-param-pattern', rule, {
  valid: [
    {
      name: 'patterns, formats, enumerations',
      code: `${SERVER}server.tool('read', {
  path: z.string().regex(/^[a-z/]+$/), host: z.string().ip(),
  branch: z.enum(['main', 'next']), table: z.string().refine((name) => TABLES.has(name)),
}, run)`,
    },
    {
      name: 'free text',
      code: `${SERVER}server.tool('add', { text: z.string(), query: z.string(), title: z.string(), profile: z.string() }, run)`,
    },
    {
      name: 'what is no text',
      code: `${SERVER}server.tool('add', { file: z.number(), path: z.boolean() }, run)`,
    },
  ],
  invalid: [
    {
      name: 'a path',
      code: `${SERVER}server.tool('read', {
  filePath: z.string().describe('Where it is'),
}, run)`,
      output: null,
      errors: [{
        messageId: 'unlisted',
        data: { name: 'filePath', tool: 'tool read', kind: 'a path' },
        line: 6, column: 3, endLine: 6, endColumn: 47,
        suggestions: [{
          messageId: 'addPattern',
          data: { pattern: '/^(?!.*\\.\\.)[\\w./\\\\: -]+$/' },
          output: `${SERVER}server.tool('read', {
  filePath: z.string().regex(/^(?!.*\\.\\.)[\\w./\\\\: -]+$/).describe('Where it is'),
}, run)`,
        }],
      }],
    },
    {
      name: 'a file name',
      code: `${SERVER}server.tool('read', { file_name: z.string().max(80) }, run)`,
      output: null,
      errors: [{
        messageId: 'unlisted',
        data: { name: 'file_name', tool: 'tool read', kind: 'a file name' },
        line: 5, column: 23, endLine: 5, endColumn: 52,
        suggestions: [{
          messageId: 'addPattern',
          data: { pattern: '/^\\w[\\w. -]*$/' },
          output: `${SERVER}server.tool('read', { file_name: z.string().regex(/^\\w[\\w. -]*$/).max(80) }, run)`,
        }],
      }],
    },
    {
      name: 'a Git reference',
      code: `${SERVER}server.registerTool('log', {
  inputSchema: { 'base-branch': z.string() },
}, run)`,
      output: null,
      errors: [{
        messageId: 'unlisted',
        data: { name: 'base-branch', tool: 'tool log', kind: 'a Git reference' },
        line: 6, column: 18, endLine: 6, endColumn: 43,
        suggestions: [{
          messageId: 'addPattern',
          data: { pattern: '/^(?!-)(?!.*\\.\\.)[\\w./-]+$/' },
          output: `${SERVER}server.registerTool('log', {
  inputSchema: { 'base-branch': z.string().regex(/^(?!-)(?!.*\\.\\.)[\\w./-]+$/) },
}, run)`,
        }],
      }],
    },
    {
      name: 'a table and a host',
      code: `${SERVER}server.tool('query', {
  db: z.object({ table_name: z.string() }),
  host: z.string().optional(),
}, run)`,
      output: null,
      errors: [{
        messageId: 'unlisted',
        data: { name: 'db.table_name', tool: 'tool query', kind: 'an identifier' },
        line: 6, column: 18, endLine: 6, endColumn: 40,
        suggestions: [{
          messageId: 'addPattern',
          data: { pattern: '/^[A-Za-z_]\\w*$/' },
          output: `${SERVER}server.tool('query', {
  db: z.object({ table_name: z.string().regex(/^[A-Za-z_]\\w*$/) }),
  host: z.string().optional(),
}, run)`,
        }],
      }, {
        messageId: 'unlisted',
        data: { name: 'host', tool: 'tool query', kind: 'a host' },
        line: 7, column: 3, endLine: 7, endColumn: 30,
        suggestions: [{
          messageId: 'addPattern',
          data: { pattern: '/^[\\da-zA-Z][\\da-zA-Z.:-]*$/' },
          output: `${SERVER}server.tool('query', {
  db: z.object({ table_name: z.string() }),
  host: z.string().regex(/^[\\da-zA-Z][\\da-zA-Z.:-]*$/).optional(),
}, run)`,
        }],
      }],
    },
    {
      name: 'a JSON Schema',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'read', inputSchema: {
    type: 'object', properties: { path: { type: 'string' } } } }],
}))`,
      output: null,
      errors: [{
        messageId: 'unlisted',
        data: { name: 'path', tool: 'tool read', kind: 'a path' },
        line: 6, column: 35, endLine: 6, endColumn: 59,
        suggestions: [{
          messageId: 'addPattern',
          data: { pattern: '/^(?!.*\\.\\.)[\\w./\\\\: -]+$/' },
          output: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'read', inputSchema: {
    type: 'object', properties: { path: { type: 'string', pattern: '^(?!.*\\\\.\\\\.)[\\\\w./\\\\\\\\: -]+$' } } } }],
}))`,
        }],
      }],
    },
  ],
})
