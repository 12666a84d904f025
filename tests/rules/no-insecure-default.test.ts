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
      name: 'the key of another service',
      code: `${SERVER}export const key = process.env.ANTHROPIC_API_KEY || 'proxy-key'`,
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
    {
      name: 'another map, and a service that is asked',
      code: `${SERVER}import { env } from './settings.js'
export const secret = env.JWT_SECRET ?? 'secret'
export const other = settings.get('JWT_SECRET') ?? 'secret'
export const host = Deno.env.get('HOST') ?? 'localhost'`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'defaults of other schemas',
      code: `${SERVER}import { z } from 'zod'
export const form = z.object({ JWT_SECRET: z.string().default('secret') })
export const read = (given) => form.parse(given)
export const settings = z.object({ HOST: z.string().default('localhost'), JWT_SECRET: z.string() }).parse(process.env)
export const nested = z.array(z.string().default('secret')).parse(process.env)`,
      filename: '/no-package/server.ts',
    },
  ],
  invalid: [
    {
      name: 'in a schema',
      code: `${SERVER}import { z } from 'zod'
const schema = z.object({
  JWT_SECRET: z.string().default('secret').describe('For sessions'),
})
export const settings = schema.safeParse(process.env)
export const other = z.object({ PASSWORD: z.string().min(1).default('admin') }).strict().parse(process.env).PASSWORD`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'guessable',
          data: { name: 'JWT_SECRET' },
          line: 4, column: 34, endLine: 4, endColumn: 42,
          suggestions: [
            {
              messageId: 'stop',
              data: { name: 'JWT_SECRET' },
              output: `${SERVER}import { z } from 'zod'
const schema = z.object({
  JWT_SECRET: z.string().describe('For sessions'),
})
export const settings = schema.safeParse(process.env)
export const other = z.object({ PASSWORD: z.string().min(1).default('admin') }).strict().parse(process.env).PASSWORD`,
            },
          ],
        },
        {
          messageId: 'guessable',
          data: { name: 'PASSWORD' },
          line: 7, column: 69, endLine: 7, endColumn: 76,
          suggestions: [
            {
              messageId: 'stop',
              data: { name: 'PASSWORD' },
              output: `${SERVER}import { z } from 'zod'
const schema = z.object({
  JWT_SECRET: z.string().default('secret').describe('For sessions'),
})
export const settings = schema.safeParse(process.env)
export const other = z.object({ PASSWORD: z.string().min(1) }).strict().parse(process.env).PASSWORD`,
            },
          ],
        },
      ],
    },
    {
      name: 'an environment that is imported',
      code: `${SERVER}import { env } from 'node:process'
export const secret = env.JWT_SECRET ?? 'secret'`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'guessable',
          data: { name: 'JWT_SECRET' },
          line: 3, column: 41, endLine: 3, endColumn: 49,
          suggestions: [
            {
              messageId: 'stop',
              data: { name: 'JWT_SECRET' },
              output: `${SERVER}import { env } from 'node:process'
export const secret = env.JWT_SECRET ?? (() => { throw new Error('JWT_SECRET is not set') })()`,
            },
          ],
        },
      ],
    },
    {
      name: 'of Deno',
      code: `${SERVER}export const secret = Deno.env.get('JWT_SECRET') ?? 'secret'`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'guessable',
          data: { name: 'JWT_SECRET' },
          line: 2, column: 53, endLine: 2, endColumn: 61,
          suggestions: [
            {
              messageId: 'stop',
              data: { name: 'JWT_SECRET' },
              output: `${SERVER}export const secret = Deno.env.get('JWT_SECRET') ?? (() => { throw new Error('JWT_SECRET is not set') })()`,
            },
          ],
        },
      ],
    },
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
      code: `${SERVER}const pass = (process.env['PASSWORD'] as string) ?? 'postgres'`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'guessable',
          data: { name: 'PASSWORD' },
          line: 2, column: 53, endLine: 2, endColumn: 63,
          suggestions: [
            {
              messageId: 'stop',
              data: { name: 'PASSWORD' },
              output: `${SERVER}const pass = (process.env['PASSWORD'] as string) ?? (() => { throw new Error('PASSWORD is not set') })()`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a condition',
      code: `${SERVER}const a = process.env.JWT_KEY ? process.env.JWT_KEY : 'secret'`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'guessable',
          data: { name: 'JWT_KEY' },
          line: 2, column: 55, endLine: 2, endColumn: 63,
          suggestions: [
            {
              messageId: 'stop',
              data: { name: 'JWT_KEY' },
              output: `${SERVER}const a = process.env.JWT_KEY ? process.env.JWT_KEY : (() => { throw new Error('JWT_KEY is not set') })()`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a pattern',
      code: `${SERVER}const { PASSWORD = 'admin', PORT = '1' } = process.env`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'guessable',
          data: { name: 'PASSWORD' },
          line: 2, column: 20, endLine: 2, endColumn: 27,
          suggestions: [
            {
              messageId: 'stop',
              data: { name: 'PASSWORD' },
              output: `${SERVER}const { PASSWORD = (() => { throw new Error('PASSWORD is not set') })(), PORT = '1' } = process.env`,
            },
          ],
        },
      ],
    },
  ],
})
