import rule from '../../src/rules/require-input-schema.ts'
import { ruleTester } from '../support/rule-tester.ts'

const CALC = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'calc', version: '1.0.0' })
const text = (value) => ({ content: [{ type: 'text', text: String(value) }] })
`

const LISTING = `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'calc', version: '1.0.0' }, { capabilities: { tools: {} } })
`

ruleTester().run('require-input-schema', rule, {
  valid: [
    {
      name: 'a tool without arguments',
      code: `${CALC}server.tool('now', async () => text(Date.now()))
server.tool('today', 'The date', {}, async () => text(new Date().toISOString()))
server.registerTool('zone', { description: 'The time zone' }, () => text(process.env.TZ))`,
    },
    {
      name: 'what the SDK itself hands to a handler',
      code: `${CALC}server.tool('session', async (extra) => text(extra.sessionId))
server.tool('client', async ({ signal, authInfo }) => text(\`\${authInfo.clientId} \${signal.aborted}\`))`,
    },
    {
      name: 'a schema',
      code: `${CALC}server.tool('add', { a: z.number(), b: z.number() }, async ({ a, b }) => text(a + b))
server.tool('neg', 'Negates', { a: z.number() }, { readOnlyHint: true }, async ({ a }) => text(-a))
server.registerTool('mul', { inputSchema: { a: z.number(), b: z.number() } }, async ({ a, b }) => text(a * b))`,
    },
    {
      name: 'a configuration that is not known may hold one',
      code: `${CALC}import { config, shape } from './config.js'
server.registerTool('add', config, async ({ a, b }) => text(a + b))
server.registerTool('sub', { ...config, title: 'Subtract' }, async ({ a, b }) => text(a - b))
server.tool('mul', shape, async ({ a, b }) => text(a * b))`,
    },
    {
      name: 'a listing with schemas, or with tools that are made elsewhere',
      code: `${LISTING}import { ADD, base } from './tools.js'
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [ADD, { ...base, name: 'sub' }, { name: 'now', inputSchema: { type: 'object', properties: {} } }],
}))`,
    },
  ],
  invalid: [
    {
      name: 'the positional form',
      code: `${CALC}server.tool('add', async ({ a, b }) => text(a + b))`,
      output: null,
      errors: [{
        messageId: 'unread',
        data: { tool: 'Tool add', reads: '`a`, `b`' },
        line: 5, column: 1, endLine: 5, endColumn: 52,
        suggestions: [{
          messageId: 'addSchema',
          data: { reads: '`a`, `b`' },
          output: `${CALC}server.tool('add', { a: z.string(), b: z.string() }, async ({ a, b }) => text(a + b))`,
        }],
      }],
    },
    {
      name: 'with a description',
      code: `${CALC}server.tool('half', 'Half ' + 'of it', async (args) => text(args.n / 2))`,
      output: null,
      errors: [{
        messageId: 'unread',
        data: { tool: 'Tool half', reads: '`n`' },
        line: 5, column: 1, endLine: 5, endColumn: 73,
        suggestions: [{
          messageId: 'addSchema',
          data: { reads: '`n`' },
          output: `${CALC}server.tool('half', 'Half ' + 'of it', { n: z.string() }, async (args) => text(args.n / 2))`,
        }],
      }],
    },
    {
      name: 'annotations are no schema',
      code: `${CALC}server.tool('half', 'Half', { title: 'Half' }, async ({ n }) => text(n))`,
      output: null,
      errors: [{
        messageId: 'unread',
        data: { tool: 'Tool half', reads: '`n`' },
        line: 5, column: 1, endLine: 5, endColumn: 73,
        suggestions: [{
          messageId: 'addSchema',
          data: { reads: '`n`' },
          output: `${CALC}server.tool('half', 'Half', { n: z.string() }, { title: 'Half' }, async ({ n }) => text(n))`,
        }],
      }],
    },
    {
      name: 'registerTool',
      code: `${CALC}server.registerTool('add', {
  description: 'Adds',
}, async ({ a, b }) => text(a + b))`,
      output: null,
      errors: [{
        messageId: 'unread',
        data: { tool: 'Tool add', reads: '`a`, `b`' },
        line: 5, column: 1, endLine: 7, endColumn: 36,
        suggestions: [{
          messageId: 'addSchema',
          data: { reads: '`a`, `b`' },
          output: `${CALC}server.registerTool('add', {
  description: 'Adds', inputSchema: { a: z.string(), b: z.string() },
}, async ({ a, b }) => text(a + b))`,
        }],
      }],
    },
    {
      name: 'registerTool with an empty configuration and a name that is no identifier',
      code: `${CALC}server.registerTool('half', {}, async (args) => {
  return text(args['the-number'] / 2)
})`,
      output: null,
      errors: [{
        messageId: 'unread',
        data: { tool: 'Tool half', reads: '`the-number`' },
        line: 5, column: 1, endLine: 7, endColumn: 3,
        suggestions: [{
          messageId: 'addSchema',
          data: { reads: '`the-number`' },
          output: `${CALC}server.registerTool('half', { inputSchema: { 'the-number': z.string() } }, async (args) => {
  return text(args['the-number'] / 2)
})`,
        }],
      }],
    },
    {
      name: 'the second major version takes one schema',
      code: `import { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
const server = new McpServer({ name: 'calc', version: '2.0.0' })
server.registerTool('half', {}, async ({ number }) => ({
  content: [{ type: 'text', text: String(number / 2) }],
}))`,
      output: null,
      errors: [{
        messageId: 'unread',
        data: { tool: 'Tool half', reads: '`number`' },
        line: 4, column: 1, endLine: 6, endColumn: 4,
        suggestions: [{
          messageId: 'addSchema',
          data: { reads: '`number`' },
          output: `import { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
const server = new McpServer({ name: 'calc', version: '2.0.0' })
server.registerTool('half', { inputSchema: z.object({ number: z.string() }) }, async ({ number }) => ({
  content: [{ type: 'text', text: String(number / 2) }],
}))`,
        }],
      }],
    },
    {
      name: 'without zod at hand',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const server = new McpServer({ name: 'calc', version: '1.0.0' })
server.tool('half', async ({ number }) => ({ content: [{ type: 'text', text: String(number / 2) }] }))`,
      output: null,
      errors: [{
        messageId: 'unread',
        data: { tool: 'Tool half', reads: '`number`' },
        line: 3, column: 1, endLine: 3, endColumn: 103,
      }],
    },
    {
      name: 'a handler that is a function of the file',
      code: `${CALC}async function half(args) {
  const { number } = args
  return text(number / 2)
}
server.tool('half', half)`,
      output: null,
      errors: [{
        messageId: 'unread',
        data: { tool: 'Tool half', reads: '`number`' },
        line: 9, column: 1, endLine: 9, endColumn: 26,
        suggestions: [{
          messageId: 'addSchema',
          data: { reads: '`number`' },
          output: `${CALC}async function half(args) {
  const { number } = args
  return text(number / 2)
}
server.tool('half', { number: z.string() }, half)`,
        }],
      }],
    },
    {
      name: 'a tool that is listed without a schema',
      code: `${LISTING}server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    { name: 'half', description: 'Halves a number' },
    { name: 'now', inputSchema: { type: 'object', properties: {} } },
  ],
}))`,
      output: null,
      errors: [{
        messageId: 'unlisted',
        data: { tool: 'Tool half' },
        line: 6, column: 5, endLine: 6, endColumn: 53,
      }],
    },
    {
      name: 'a tool of a constant list',
      code: `${LISTING}const HALF = { name: 'half', description: 'Halves a number' }
const TOOLS = [HALF]
server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS }))`,
      output: null,
      errors: [{
        messageId: 'unlisted',
        data: { tool: 'Tool half' },
        line: 4, column: 14, endLine: 4, endColumn: 62,
      }],
    },
    {
      name: 'a listed tool without a name',
      code: `${LISTING}import { NAME } from './names.js'
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ name: NAME }] }))`,
      output: null,
      errors: [{
        messageId: 'unlisted',
        data: { tool: 'A tool' },
        line: 5, column: 73, endLine: 5, endColumn: 87,
      }],
    },
  ],
})
