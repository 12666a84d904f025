import rule from '../../src/rules/no-duplicate-tool-name.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
const run = async () => ({ content: [] })
`

const LOW = `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
const inputSchema = { type: 'object', properties: {} }
`

ruleTester().run('no-duplicate-tool-name', rule, {
  valid: [
    {
      name: 'names that differ',
      code: `${SERVER}server.tool('read_note', run)
server.tool('read_notes', run)`,
    },
    {
      name: 'a tool and a prompt',
      code: `${SERVER}server.tool('summary', run)
server.prompt('summary', run)`,
    },
    {
      name: 'two servers',
      code: `${SERVER}const other = new McpServer({ name: 'other', version: '1.0.0' })
server.tool('read_note', run)
other.tool('read_note', run)`,
    },
    {
      name: 'one of two on different ways',
      code: `${SERVER}if (process.env.READ_ONLY) {
  server.tool('write_note', run)
} else {
  server.tool('write_note', { text: z.string() }, run)
}`,
    },
    {
      name: 'one of two behind an early return',
      code: `${SERVER}function register(legacy) {
  if (legacy) {
    server.tool('write_note', run)
    return
  }
  server.tool('write_note', run)
}
register(process.env.LEGACY)`,
    },
    {
      name: 'one list or the other',
      code: `${LOW}const lite = [{ name: 'read', inputSchema }]
const full = [{ name: 'read', description: 'Reads one', inputSchema }, { name: 'write', inputSchema }]
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: process.env.LITE ? lite : full }))`,
    },
    {
      name: 'one tool or the other in a list',
      code: `${LOW}const lite = { name: 'read', inputSchema }
const full = { name: 'read', description: 'Reads one', inputSchema }
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [process.env.LITE ? lite : full] }))`,
    },
    {
      name: 'servers of tests, made anew for each',
      code: `${SERVER}describe('server', () => {
  it('runs', () => { server.tool('test', run) })
  it('runs again', () => { server.tool('test', run) })
})`,
    },
  ],
  invalid: [
    {
      name: 'the same twice',
      code: `${SERVER}server.tool('read_note', run)
server.registerTool('read_note', { description: 'Reads one' }, run)`,
      output: null,
      errors: [{
        messageId: 'same',
        data: { name: 'read_note', other: 'read_note', place: 'server.js:4' },
        line: 5, column: 21, endLine: 5, endColumn: 32,
      }],
    },
    {
      name: 'letters of another script',
      code: `${SERVER}server.tool('read_note', run)
server.tool('r\u{435}ad_note', run)`,
      output: null,
      errors: [{
        messageId: 'confusable',
        data: { name: 'rеad_note', other: 'read_note', place: 'server.js:4' },
        line: 5, column: 13, endLine: 5, endColumn: 24,
      }],
    },
    {
      name: 'case and separators',
      code: `${SERVER}server.tool('readNote', run)
server.registerTool('read-note', {}, run)`,
      output: null,
      errors: [{
        messageId: 'confusable',
        data: { name: 'read-note', other: 'readNote', place: 'server.js:4' },
        line: 5, column: 21, endLine: 5, endColumn: 32,
      }],
    },
    {
      name: 'in the list of a low-level server',
      code: `${LOW}server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'read', inputSchema }, { name: 'write', inputSchema }, { name: 'read', inputSchema }],
}))`,
      output: null,
      errors: [{
        messageId: 'same',
        data: { name: 'read', other: 'read', place: 'server.js:6' },
        line: 6, column: 82, endLine: 6, endColumn: 88,
      }],
    },
  ],
})
