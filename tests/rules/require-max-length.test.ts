import rule from '../../src/rules/require-max-length.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
const run = async () => ({ content: [] })
`

const LOW = `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
`

ruleTester().run('require-max-length', rule, {
  valid: [
    {
      name: 'bounds',
      code: `${SERVER}server.tool('add', { text: z.string().max(500), id: z.string().length(8).optional() }, run)`,
    },
    {
      name: 'formats and patterns of a fixed length',
      code: `${SERVER}server.tool('add', { id: z.string().uuid(), day: z.iso.date(), code: z.string().regex(/^[a-z]{2,8}$/) }, run)`,
    },
    {
      name: 'what is no text',
      code: `${SERVER}server.tool('add', { kind: z.enum(['a', 'b']), n: z.number(), on: z.boolean(), one: z.literal('a') }, run)`,
    },
    {
      name: 'a check of the author',
      code: `${SERVER}server.tool('add', { text: z.string().refine((value) => value.length < 100) }, run)`,
    },
    {
      name: 'a JSON Schema with bounds',
      code: `${LOW}server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'add', inputSchema: {
    type: 'object', properties: { text: { type: 'string', maxLength: 9 },
    kind: { type: 'string', enum: ['a'] } } } }],
}))`,
    },
    {
      name: 'schemas of something else',
      code: `${SERVER}export const Config = z.object({ name: z.string() })`,
    },
  ],
  invalid: [
    {
      name: 'a text',
      code: `${SERVER}server.tool('add', { text: z.string() }, run)`,
      output: null,
      errors: [{
        messageId: 'unbounded',
        data: { name: 'text', tool: 'tool add' },
        line: 5, column: 22, endLine: 5, endColumn: 38,
        suggestions: [{
          messageId: 'bound',
          data: { length: '1000' },
          output: `${SERVER}server.tool('add', { text: z.string().max(1000) }, run)`,
        }],
      }],
    },
    {
      name: 'with methods behind it, and the bound of an option',
      options: [{ length: 80 }],
      code: `${SERVER}server.registerTool('add', {
  inputSchema: z.object({ text: z.string().trim().describe('The text') }),
}, run)`,
      output: null,
      errors: [{
        messageId: 'unbounded',
        data: { name: 'text', tool: 'tool add' },
        line: 6, column: 27, endLine: 6, endColumn: 71,
        suggestions: [{
          messageId: 'bound',
          data: { length: '80' },
          output: `${SERVER}server.registerTool('add', {
  inputSchema: z.object({ text: z.string().max(80).trim().describe('The text') }),
}, run)`,
        }],
      }],
    },
    {
      name: 'a format without an end',
      code: `${SERVER}server.tool('open', { url: z.string().url() }, run)`,
      output: null,
      errors: [{
        messageId: 'unbounded',
        data: { name: 'url', tool: 'tool open' },
        line: 5, column: 23, endLine: 5, endColumn: 44,
        suggestions: [{
          messageId: 'bound',
          data: { length: '1000' },
          output: `${SERVER}server.tool('open', { url: z.string().max(1000).url() }, run)`,
        }],
      }],
    },
    {
      name: 'an argument of a prompt, inside an object that another names',
      code: `${SERVER}const argsSchema = { note: z.object({ text: z.string() }).shape.text, title: z.string().min(1) }
server.registerPrompt('summary', { argsSchema }, run)`,
      output: null,
      errors: [{
        messageId: 'unbounded',
        data: { name: 'note', tool: 'prompt summary' },
        line: 5, column: 22, endLine: 5, endColumn: 69,
      }, {
        messageId: 'unbounded',
        data: { name: 'title', tool: 'prompt summary' },
        line: 5, column: 71, endLine: 5, endColumn: 95,
        suggestions: [{
          messageId: 'bound',
          data: { length: '1000' },
          output: `${SERVER}const argsSchema = { note: z.object({ text: z.string() }).shape.text, title: z.string().max(1000).min(1) }
server.registerPrompt('summary', { argsSchema }, run)`,
        }],
      }],
    },
    {
      name: 'the elements of a list, once for all tools',
      code: `${SERVER}const shape = { tags: z.array(z.string()) }
server.tool('add', shape, run)
server.tool('set', shape, run)`,
      output: null,
      errors: [{
        messageId: 'unbounded',
        data: { name: 'tags', tool: 'tool add' },
        line: 5, column: 17, endLine: 5, endColumn: 42,
      }],
    },
    {
      name: 'a JSON Schema',
      code: `${LOW}server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'add', inputSchema: {
    type: 'object', properties: { text: { type: 'string', description: 'Text' } } } }],
}))`,
      output: null,
      errors: [{
        messageId: 'unbounded',
        data: { name: 'text', tool: 'tool add' },
        line: 6, column: 35, endLine: 6, endColumn: 80,
        suggestions: [{
          messageId: 'bound',
          data: { length: '1000' },
          output: `${LOW}server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'add', inputSchema: {
    type: 'object', properties: { text: { type: 'string', maxLength: 1000, description: 'Text' } } } }],
}))`,
        }],
      }],
    },
  ],
})
