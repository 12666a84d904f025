import rule from '../../src/rules/no-loose-schema.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
const run = async () => ({ content: [] })
`

ruleTester().run('no-loose-schema', rule, {
  valid: [
    {
      name: 'schemas that say what they take',
      code: `${SERVER}server.tool('add', { text: z.string(), tags: z.array(z.string()).optional(), size: z.number() }, run)
server.registerTool('find', { inputSchema: z.object({ text: z.string() }).strict() }, run)`,
    },
    {
      name: 'a record, which bounds no names',
      code: `${SERVER}server.tool('add', { fields: z.record(z.string(), z.string()) }, run)`,
    },
    {
      name: 'an object inside that is open, because what is in it is data',
      code: `${SERVER}server.tool('add', { note: z.object({ text: z.string() }).passthrough() }, run)`,
    },
    {
      name: 'a schema that is not to be seen',
      code: `${SERVER}import { anything } from './schemas.js'
server.tool('add', { value: anything }, run)`,
    },
    {
      name: 'what a tool gives back',
      code: `${SERVER}server.registerTool('add', { inputSchema: { text: z.string() }, outputSchema: { value: z.any() } }, run)`,
    },
  ],
  invalid: [
    {
      name: 'any',
      code: `${SERVER}server.tool('add', { value: z.any().describe('The value') }, run)`,
      output: null,
      errors: [{
        messageId: 'anything',
        data: { name: 'value', tool: 'tool add' },
        line: 5, column: 22, endLine: 5, endColumn: 58,
        suggestions: [{
          messageId: 'useString',
          output: `${SERVER}server.tool('add', { value: z.string().describe('The value') }, run)`,
        }],
      }],
    },
    {
      name: 'unknown, inside',
      code: `${SERVER}server.registerTool('add', { inputSchema: { note: z.object({ value: z.unknown().optional() }) } }, run)`,
      output: null,
      errors: [{
        messageId: 'anything',
        data: { name: 'note.value', tool: 'tool add' },
        line: 5, column: 62, endLine: 5, endColumn: 91,
        suggestions: [{
          messageId: 'useString',
          output: `${SERVER}server.registerTool('add', { inputSchema: { note: z.object({ value: z.string().optional() }) } }, run)`,
        }],
      }],
    },
    {
      name: 'in a constant that two tools share',
      code: `${SERVER}const shape = { value: z.any() }
server.tool('add', shape, run)
server.tool('set', shape, run)`,
      output: null,
      errors: [{
        messageId: 'anything',
        data: { name: 'value', tool: 'tool add' },
        line: 5, column: 17, endLine: 5, endColumn: 31,
        suggestions: [{
          messageId: 'useString',
          output: `${SERVER}const shape = { value: z.string() }
server.tool('add', shape, run)
server.tool('set', shape, run)`,
        }],
      }],
    },
    {
      name: 'a schema that lets more through',
      code: `${SERVER}server.registerTool('add', { inputSchema: z.object({ text: z.string() }).passthrough() }, run)`,
      output: null,
      errors: [{
        messageId: 'open',
        data: { tool: 'tool add' },
        line: 5, column: 74, endLine: 5, endColumn: 85,
        suggestions: [{
          messageId: 'refuse',
          output: `${SERVER}server.registerTool('add', { inputSchema: z.object({ text: z.string() }).strict() }, run)`,
        }],
      }],
    },
    {
      name: 'a loose object',
      code: `${SERVER}const Note = z.looseObject({ text: z.string() }).describe('A note')
server.registerTool('add', { inputSchema: Note }, run)`,
      output: null,
      errors: [{
        messageId: 'open',
        data: { tool: 'tool add' },
        line: 5, column: 16, endLine: 5, endColumn: 27,
        suggestions: [{
          messageId: 'refuse',
          output: `${SERVER}const Note = z.strictObject({ text: z.string() }).describe('A note')
server.registerTool('add', { inputSchema: Note }, run)`,
        }],
      }],
    },
    {
      name: 'a property without a type, as a low-level server lists it',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'add', inputSchema: { type: 'object', properties: { value: { description: 'The value' }, id: { type: 'string' } } } }],
}))`,
      output: null,
      errors: [{
        messageId: 'anything',
        data: { name: 'value', tool: 'tool add' },
        line: 5, column: 71, endLine: 5, endColumn: 106,
      }],
    },
  ],
})
