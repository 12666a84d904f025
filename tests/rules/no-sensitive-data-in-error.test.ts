import rule from '../../src/rules/no-sensitive-data-in-error.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

ruleTester({ typescript: true }).run('no-sensitive-data-in-error', rule, {
  valid: [
    {
      name: 'the name of the setting',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  if (!process.env.API_KEY) throw new Error('API_KEY is not set')
  return { content: [] }
})`,
    },
    {
      name: 'what was asked for',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  throw new Error(\`No such note: \${file}\`)
})`,
    },
    {
      name: 'masked',
      code: `${SERVER}const redact = (key) => key + ''
server.tool('read', { file: z.string() }, async ({ file }) => {
  throw new Error(\`Key \${redact(process.env.API_KEY)} was refused\`)
})`,
    },
    {
      name: 'the host of an address',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  throw new Error(\`Cannot reach \${new URL(process.env.DATABASE_URL).hostname}\`)
})`,
    },
    {
      name: 'a file without MCP',
      code: 'throw new Error(process.env.API_KEY)',
      filename: '/no-package/server.ts',
    },
  ],
  invalid: [
    {
      name: 'of an object, for the user of FastMCP',
      code: `import { FastMCP, UserError } from 'fastmcp'
import { load } from './configuration.js'
const server = new FastMCP({ name: 'notes', version: '1.0.0' })
const config = load()
server.addTool({
  name: 'show',
  execute: async () => {
    throw new UserError(\`\${config.apiKey} was turned down\`)
  },
})`,
      output: null,
      errors: [{
        messageId: 'inError',
        data: { name: 'apiKey' },
        line: 8, column: 25, endLine: 8, endColumn: 59,
      }],
    },
    {
      name: 'a key',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  throw new Error(\`Key \${process.env.API_KEY} was refused\`)
})`,
      output: null,
      errors: [
        {
          messageId: 'inError',
          data: { name: 'process.env.API_KEY' },
          line: 5, column: 19, endLine: 5, endColumn: 59,
        },
      ],
    },
    {
      name: 'the address of a database, at start-up',
      code: `${SERVER}const url = process.env.DATABASE_URL
if (!url.startsWith('postgres:')) throw new TypeError('Not an address: ' + url)
server.tool('now', async () => ({ content: [] }))`,
      output: null,
      errors: [
        {
          messageId: 'inError',
          data: { name: 'process.env.DATABASE_URL' },
          line: 5, column: 55, endLine: 5, endColumn: 79,
        },
      ],
    },
    {
      name: 'in a JSON-RPC error',
      code: `import { McpError, ErrorCode } from '@modelcontextprotocol/sdk/types.js'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.tool('read', { file: z.string() }, async ({ file }) => {
  throw new McpError(ErrorCode.InternalError, 'refused', { token: process.env.GITHUB_TOKEN })
})`,
      output: null,
      errors: [
        {
          messageId: 'inError',
          data: { name: 'process.env.GITHUB_TOKEN' },
          line: 6, column: 67, endLine: 6, endColumn: 91,
        },
      ],
    },
  ],
})
