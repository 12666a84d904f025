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
      name: 'arguments, whatever their names, and what is no credential of an object',
      code: `${SERVER}import { load } from './configuration.js'
const config = load()
server.tool('login', { password: z.string(), apiKey: z.string() }, async (args) => {
  console.error(args, args.password, JSON.parse(args.apiKey).password)
  console.error(config.hasPassword, !!config.apiKey, config.apiKey?.length, config.apiKey ? 'set' : 'unset', config.maxTokens)
  console.error(config.apiKey && '***', config.apiKey.slice(-4), config.apiKey.replace(/./g, '*'), config.pageToken)
  return { content: [] }
})`,
    },
    {
      name: 'an address without a password',
      code: `${WITH_TOOL}console.error('postgres://localhost:5432/notes', 'Usage: DATABASE_URL=postgres://user:password@host/db')`,
    },
    {
      name: 'a header that tells nothing',
      code: `${SERVER}server.tool('read', {}, async (args, extra) => {
  console.error(extra.requestInfo.headers['user-agent'], extra.requestInfo.headers.get('accept'), extra.authInfo?.scopes)
  return { content: [] }
})`,
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
      name: 'by the constant that holds it',
      code: `${WITH_TOOL}const KEY = process.env['API_KEY'] ?? ''
console.error(\`key=\${KEY}\`)`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'console.error', name: 'process.env.API_KEY' },
          line: 6, column: 15, endLine: 6, endColumn: 27,
          suggestions: [
            {
              messageId: 'redact',
              output: `${WITH_TOOL}const KEY = process.env['API_KEY'] ?? ''
console.error(\`key=[redacted]\`)`,
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
      name: 'of an object, by its name',
      code: `${SERVER}import { load } from './configuration.js'
const config = load()
server.tool('read', {}, async () => {
  console.error(\`with \${config.apiKey}\`)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'console.error', name: 'apiKey' },
          line: 7, column: 17, endLine: 7, endColumn: 40,
          suggestions: [
            {
              messageId: 'redact',
              output: `${SERVER}import { load } from './configuration.js'
const config = load()
server.tool('read', {}, async () => {
  console.error(\`with [redacted]\`)
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'of the caller',
      code: `${SERVER}server.tool('read', {}, async (args, extra) => {
  console.error(extra.authInfo?.token)
  console.error(extra.requestInfo.headers)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'console.error', name: 'the token of the caller' },
          line: 5, column: 17, endLine: 5, endColumn: 38,
        },
        {
          messageId: 'logged',
          data: { sink: 'console.error', name: 'the headers of the request' },
          line: 6, column: 17, endLine: 6, endColumn: 42,
        },
      ],
    },
    {
      name: 'written in the source',
      code: `${WITH_TOOL}const key = 'postgres://svc:kX9vQ2mLt7@db.internal:5432/notes'
console.error(\`using \${key}\`)`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'console.error', name: 'the password of a postgres address' },
          line: 6, column: 15, endLine: 6, endColumn: 29,
        },
      ],
    },
    {
      name: 'spread',
      code: `${WITH_TOOL}console.error('starting with', { ...process.env, DEBUG: '1' })`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'console.error', name: 'process.env' },
          line: 5, column: 32, endLine: 5, endColumn: 62,
        },
      ],
    },
    {
      name: 'a function that logs',
      code: `${WITH_TOOL}import createDebug from 'debug'
const debug = createDebug('notes')
debug('key %s', process.env.API_KEY)`,
      output: null,
      errors: [
        {
          messageId: 'logged',
          data: { sink: 'debug', name: 'process.env.API_KEY' },
          line: 7, column: 17, endLine: 7, endColumn: 36,
          suggestions: [
            {
              messageId: 'redact',
              output: `${WITH_TOOL}import createDebug from 'debug'
const debug = createDebug('notes')
debug('key %s', '[redacted]')`,
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
