import rule from '../../src/rules/no-insecure-default.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
`

ruleTester({ typescript: true }).run('no-insecure-default', rule, {
  valid: [
    {
      name: 'nothing',
      code: `${SERVER}export const key = process.env.API_KEY || ''
export const token = process.env.API_TOKEN ?? undefined`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'a word for nothing',
      code: `${SERVER}export const key = process.env.API_KEY ?? 'none'
export const local = process.env.OPENAI_API_KEY || 'ollama'
export const hint = process.env.API_KEY || 'YOUR_API_KEY'`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'another variable',
      code: `${SERVER}export const region = process.env.REGION || 'eu'
export const max = process.env.MAX_TOKENS || '1000'`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'required',
      code: `${SERVER}if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set')`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'random',
      code: `${SERVER}export const secret = process.env.JWT_SECRET ?? crypto.randomUUID()`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'what nobody could guess is told by another rule',
      code: `${SERVER}export const secret = process.env.JWT_SECRET || 'q8Zr2LxV9tKp4WmNs7Yb3Hd6'`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'a file without MCP',
      code: `export const secret = process.env.JWT_SECRET || 'secret'`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'a test',
      code: `${SERVER}export const secret = process.env.JWT_SECRET || 'secret'`,
      filename: '/no-package/server.test.ts',
    },
  ],
  invalid: [
    {
      name: 'after or',
      code: `${SERVER}export const secret = process.env.JWT_SECRET || 'my_secret'`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'guessable',
          data: { name: 'JWT_SECRET' },
          line: 2, column: 49, endLine: 2, endColumn: 60,
          suggestions: [
            {
              messageId: 'stop',
              data: { name: 'JWT_SECRET' },
              output: `${SERVER}export const secret = process.env.JWT_SECRET || (() => { throw new Error('JWT_SECRET is not set') })()`,
            },
          ],
        },
      ],
    },
    {
      name: 'where it is nullish, behind a cast',
      code: `${SERVER}export const password = (process.env['DB_PASSWORD'] as string) ?? 'postgres'`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'guessable',
          data: { name: 'DB_PASSWORD' },
          line: 2, column: 67, endLine: 2, endColumn: 77,
          suggestions: [
            {
              messageId: 'stop',
              data: { name: 'DB_PASSWORD' },
              output: `${SERVER}export const password = (process.env['DB_PASSWORD'] as string) ?? (() => { throw new Error('DB_PASSWORD is not set') })()`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a condition',
      code: `${SERVER}export const token = process.env.AUTH_TOKEN ? process.env.AUTH_TOKEN : 'secret'`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'guessable',
          data: { name: 'AUTH_TOKEN' },
          line: 2, column: 72, endLine: 2, endColumn: 80,
          suggestions: [
            {
              messageId: 'stop',
              data: { name: 'AUTH_TOKEN' },
              output: `${SERVER}export const token = process.env.AUTH_TOKEN ? process.env.AUTH_TOKEN : (() => { throw new Error('AUTH_TOKEN is not set') })()`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a pattern',
      code: `${SERVER}export const { ADMIN_PASSWORD = 'admin', PORT = '3000' } = process.env`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'guessable',
          data: { name: 'ADMIN_PASSWORD' },
          line: 2, column: 33, endLine: 2, endColumn: 40,
          suggestions: [
            {
              messageId: 'stop',
              data: { name: 'ADMIN_PASSWORD' },
              output: `${SERVER}export const { ADMIN_PASSWORD = (() => { throw new Error('ADMIN_PASSWORD is not set') })(), PORT = '3000' } = process.env`,
            },
          ],
        },
      ],
    },
  ],
})
