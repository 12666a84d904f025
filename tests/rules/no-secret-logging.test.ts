import rule from '../../src/rules/no-secret-logging.ts'
import { ruleTester } from '../support/rule-tester.ts'

const WITH_TOOL = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.tool('now', async () => ({ content: [{ type: 'text', text: new Date().toISOString() }] }))
`
const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

ruleTester({ typescript: true }).run('no-secret-logging', rule, {
  valid: [
    {
      name: 'that it is set',
      code: `${WITH_TOOL}const { API_KEY } = process.env
console.error('API_KEY is', process.env.API_KEY ? 'set' : 'missing', Boolean(API_KEY), API_KEY?.length)`,
    },
    {
      name: 'the last characters',
      code: `${WITH_TOOL}console.error(\`API_KEY ends with \${process.env.API_KEY.slice(-4)}\`)`,
    },
    {
      name: 'masked',
      code: `${WITH_TOOL}import { mask } from './mask.js'
console.error('API_KEY', mask(process.env.API_KEY))
const shown = redactUrl(process.env.DATABASE_URL)
console.error(shown)
function redactUrl(url) { return url + '' }`,
    },
    {
      name: 'another variable',
      code: `${WITH_TOOL}console.error(process.env.PORT, process.env.NODE_ENV, process.env.MAX_TOKENS)`,
    },
    {
      name: 'the host of an address',
      code: `${WITH_TOOL}console.error(new URL(process.env.DATABASE_URL).host)`,
    },
    {
      name: 'the names of the variables',
      code: `${WITH_TOOL}console.error(Object.keys(process.env))`,
    },
    {
      name: 'a file without MCP',
      code: 'console.log(process.env.API_KEY)',
      filename: '/no-package/server.ts',
    },
  ],
  invalid: [
    {
      name: 'in the text',
      code: `${WITH_TOOL}console.error(\`key=\${process.env.API_KEY}\`)`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'console.error', name: 'process.env.API_KEY' },
          line: 5, column: 15, endLine: 5, endColumn: 43,
          suggestions: [
            {
              messageId: 'redact',
              output: `${WITH_TOOL}console.error(\`key=[redacted]\`)`,
            },
          ],
        },
      ],
    },
    {
      name: 'as an argument',
      code: `${WITH_TOOL}console.error('connecting to', process.env.DATABASE_URL)`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'console.error', name: 'process.env.DATABASE_URL' },
          line: 5, column: 32, endLine: 5, endColumn: 56,
          suggestions: [
            {
              messageId: 'redact',
              output: `${WITH_TOOL}console.error('connecting to', '[redacted]')`,
            },
          ],
        },
      ],
    },
    {
      name: 'at the end of a sum',
      code: `${WITH_TOOL}console.error('key: ' + process.env.API_KEY)`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'console.error', name: 'process.env.API_KEY' },
          line: 5, column: 15, endLine: 5, endColumn: 44,
          suggestions: [
            {
              messageId: 'redact',
              output: `${WITH_TOOL}console.error('key: ' + '[redacted]')`,
            },
          ],
        },
      ],
    },
    {
      name: 'through an object, a variable and a tool',
      code: `${SERVER}const { GITHUB_TOKEN: token } = process.env
const options = { headers: { Authorization: \`Bearer \${token}\` } }
server.tool('read', { file: z.string() }, async ({ file }) => {
  console.error('options', options)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'console.error', name: 'process.env.GITHUB_TOKEN' },
          line: 7, column: 28, endLine: 7, endColumn: 35,
        },
      ],
    },
    {
      name: 'the environment',
      code: `${WITH_TOOL}console.error('env', process.env)`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'console.error', name: 'process.env' },
          line: 5, column: 22, endLine: 5, endColumn: 33,
          suggestions: [
            {
              messageId: 'redact',
              output: `${WITH_TOOL}console.error('env', '[redacted]')`,
            },
          ],
        },
      ],
    },
    {
      name: 'through a logger of the package',
      code: `${WITH_TOOL}function log(message) { console.error(message) }
log(\`token \${process.env.SLACK_TOKEN}\`)`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'log', name: 'process.env.SLACK_TOKEN' },
          line: 6, column: 5, endLine: 6, endColumn: 39,
          suggestions: [
            {
              messageId: 'redact',
              output: `${WITH_TOOL}function log(message) { console.error(message) }
log(\`token [redacted]\`)`,
            },
          ],
        },
      ],
    },
    {
      name: 'a logger of a library',
      code: `${WITH_TOOL}import pino from 'pino'
const out = pino()
out.info({ password: process.env.DB_PASSWORD }, 'starting')`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'out.info', name: 'process.env.DB_PASSWORD' },
          line: 7, column: 22, endLine: 7, endColumn: 45,
          suggestions: [
            {
              messageId: 'redact',
              output: `${WITH_TOOL}import pino from 'pino'
const out = pino()
out.info({ password: '[redacted]' }, 'starting')`,
            },
          ],
        },
      ],
    },
    {
      name: 'on standard error',
      code: `${WITH_TOOL}import { env } from 'node:process'
process.stderr.write(env.API_KEY.trim())`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'process.stderr.write', name: 'process.env.API_KEY' },
          line: 6, column: 22, endLine: 6, endColumn: 40,
        },
      ],
    },
  ],
})
