import rule from '../../src/rules/valid-tool-name.ts'
import { ruleTester } from '../support/rule-tester.ts'

const LONG = 'abcdefgh'.repeat(16)

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
const run = async () => ({ content: [] })
`

const LOW = `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
`

ruleTester().run('valid-tool-name', rule, {
  valid: [
    {
      name: 'letters, digits and the three signs',
      code: `${SERVER}server.tool('read_note', run)
server.registerTool('notes.read-2', {}, run)`,
    },
    {
      name: 'a name that is computed',
      code: `${SERVER}server.tool(\`\${process.env.PREFIX} read\`, run)`,
    },
    {
      name: 'names of prompts and resources are not bound',
      code: `${SERVER}server.prompt('Read a note', run)
server.resource('All notes', 'notes://all', run)`,
    },
  ],
  invalid: [
    {
      name: 'a blank',
      code: `${SERVER}server.tool('read note', run)`,
      output: null,
      errors: [{
        messageId: 'invalid',
        data: { name: '"read note"' },
        line: 4, column: 13, endLine: 4, endColumn: 24,
        suggestions: [{
          messageId: 'rename',
          data: { name: 'read_note' },
          output: `${SERVER}server.tool('read_note', run)`,
        }],
      }],
    },
    {
      name: 'an accent and a slash, in a constant',
      code: `${SERVER}const NAME = 'résumé/read'
server.registerTool(NAME, { description: 'Reads one' }, run)`,
      output: null,
      errors: [{
        messageId: 'invalid',
        data: { name: '"résumé/read"' },
        line: 4, column: 14, endLine: 4, endColumn: 27,
        suggestions: [{
          messageId: 'rename',
          data: { name: 'resume_read' },
          output: `${SERVER}const NAME = 'resume_read'
server.registerTool(NAME, { description: 'Reads one' }, run)`,
        }],
      }],
    },
    {
      name: 'nothing that could be kept',
      code: `${SERVER}server.tool('读', run)`,
      output: null,
      errors: [{
        messageId: 'invalid',
        data: { name: '"读"' },
        line: 4, column: 13, endLine: 4, endColumn: 16,
      }],
    },
    {
      name: 'nothing at all',
      code: `${SERVER}server.tool('', run)`,
      output: null,
      errors: [{
        messageId: 'invalid',
        data: { name: '""' },
        line: 4, column: 13, endLine: 4, endColumn: 15,
      }],
    },
    {
      name: 'too long',
      code: `${SERVER}server.tool('${LONG}x', run)`,
      output: null,
      errors: [{
        messageId: 'invalid',
        data: { name: `"${LONG}x"` },
        line: 4, column: 13, endLine: 4, endColumn: 144,
        suggestions: [{
          messageId: 'rename',
          data: { name: LONG },
          output: `${SERVER}server.tool('${LONG}', run)`,
        }],
      }],
    },
    {
      name: 'a tool that a low-level server lists',
      code: `${LOW}server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'read:note', description: 'Reads one', inputSchema: { type: 'object', properties: {} } }],
}))
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  if (params.name === 'read:note') return { content: [] }
  throw new Error('No such tool')
})`,
      output: null,
      errors: [{
        messageId: 'invalid',
        data: { name: '"read:note"' },
        line: 5, column: 19, endLine: 5, endColumn: 30,
        suggestions: [{
          messageId: 'rename',
          data: { name: 'read_note' },
          output: `${LOW}server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'read_note', description: 'Reads one', inputSchema: { type: 'object', properties: {} } }],
}))
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  if (params.name === 'read_note') return { content: [] }
  throw new Error('No such tool')
})`,
        }],
      }],
    },
    {
      name: 'listed here and asked for elsewhere',
      code: `${LOW}server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'read:note', description: 'Reads one', inputSchema: { type: 'object', properties: {} } }],
}))`,
      output: null,
      errors: [{
        messageId: 'invalid',
        data: { name: '"read:note"' },
        line: 5, column: 19, endLine: 5, endColumn: 30,
      }],
    },
    {
      name: 'another tool has the name already',
      code: `${SERVER}server.tool('read_note', run)
server.tool('read note', run)`,
      output: null,
      errors: [{
        messageId: 'invalid',
        data: { name: '"read note"' },
        line: 5, column: 13, endLine: 5, endColumn: 24,
      }],
    },
  ],
})
