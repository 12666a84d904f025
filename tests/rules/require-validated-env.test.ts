import { afterAll } from 'vitest'
import rule from '../../src/rules/require-validated-env.ts'
import { ruleTester } from '../support/rule-tester.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
export const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.registerTool('show', {}, () => ({ content: [] }))
`
const folder = new TemporaryFolder()
folder.write('package.json', '{ "name": "notes", "dependencies": { "@modelcontextprotocol/sdk": "1.20.0" } }')
folder.write('src/server.ts', `${SERVER}import { config } from './config.ts'
if (!config.token) throw new Error('TOKEN is not set')
import { Client } from './client.ts'
new Client(process.env.CLIENT_KEY!)
fetch(config.other)`)
folder.write('src/config.ts', '')
folder.write('src/client.ts', `export class Client {
  constructor(private key: string) {
    if (key === '') throw new Error('no key')
  }
}`)
folder.write('scripts/build.ts', '')
afterAll(() => { folder.remove() })

ruleTester({ typescript: true }).run('require-validated-env', rule, {
  valid: [
    {
      name: 'asked for',
      code: `${SERVER}const key = process.env.API_KEY
if (!key) throw new Error('API_KEY is not set')
connect(key)`,
    },
    { name: 'a default', code: `${SERVER}connect(process.env.API_URL ?? 'https://api.example.com')` },
    {
      name: 'asked for elsewhere in the text',
      code: `${SERVER}function headers() { return { Authorization: \`Bearer \${process.env.API_KEY}\` } }
if (process.env.API_KEY === undefined) process.exit(1)
connect(headers())`,
    },
    { name: 'a schema for one', code: `${SERVER}connect(z.string().min(1).parse(process.env.API_KEY))` },
    {
      name: 'a schema for several',
      code: `${SERVER}const raw = { key: process.env.API_KEY, url: process.env.API_URL }
const config = Schema.parse(raw)
connect(config.key)`,
    },
    {
      name: 'a schema for all',
      code: `${SERVER}const Schema = z.object({ API_KEY: z.string() })
Schema.parse(process.env)
connect(process.env.API_KEY!)`,
    },
    {
      name: 'a library that is given all',
      code: `${SERVER}const env = createEnv({ server: { API_KEY: z.string() }, runtimeEnv: process.env })
connect(env.API_KEY, process.env.API_KEY!)`,
    },
    {
      name: 'a list of names',
      code: `${SERVER}for (const name of ['API_KEY', 'API_URL']) if (!process.env[name]) throw new Error(name)
connect(process.env.API_KEY!)`,
    },
    {
      name: 'a helper',
      code: `${SERVER}function requireEnv(name: string) {
  const value = process.env[name]
  if (!value) throw new Error(name)
  return value
}
connect(requireEnv('API_KEY'))`,
    },
    {
      name: 'a function of the package that checks what it is given',
      code: `${SERVER}function open(url: string) {
  if (!url.startsWith('https://')) throw new Error('no url')
  return connect(url)
}
open(process.env.API_URL!)`,
    },
    {
      name: 'a field',
      code: `${SERVER}class Client {
  private key = process.env.API_KEY
  start() { if (!this.key) throw new Error('API_KEY is not set') }
}
new Client().start()`,
    },
    { name: 'a number that is checked', code: `${SERVER}const port = Number(process.env.PORT ?? '3000')
if (Number.isNaN(port)) throw new Error('PORT')
listen(port)` },
    { name: 'a number with a default', code: `${SERVER}listen(parseInt(process.env.PORT!, 10) || 3000)` },
    { name: 'what the platform sets', code: `${SERVER}connect(process.env.HOME!, process.env.npm_config_x, process.env.XDG_CONFIG_HOME!)` },
    { name: 'handed on to a program', code: `${SERVER}spawn('git', [], { env: { ...process.env, TOKEN: process.env.TOKEN } })` },
    { name: 'set by the server', code: `${SERVER}process.env.API_KEY = load()
connect(process.env.API_KEY)` },
    { name: 'optional by its method', code: `${SERVER}connect(process.env.AGENT?.trim())` },
    { name: 'another env', code: `${SERVER}const env = settings()
connect(env.API_KEY)` },
    { name: 'a test', code: `${SERVER}connect(process.env.API_KEY!)`, filename: '/no-package/server.test.ts' },
    { name: 'no MCP', code: 'connect(process.env.API_KEY!)' },
    {
      name: 'asked for in another file',
      code: 'export const config = { token: process.env.TOKEN }',
      filename: folder.at('src/config.ts'),
    },
    {
      name: 'given to a constructor in another file that checks it',
      code: folder.read('src/server.ts'),
      filename: folder.at('src/server.ts'),
    },
    { name: 'a script beside the server', code: 'publish(process.env.PUBLISH_KEY!)', filename: folder.at('scripts/build.ts') },
  ],
  invalid: [
    {
      name: 'an exclamation mark',
      code: `${SERVER}connect(process.env.API_KEY!)`,
      output: null,
      errors: [{ messageId: 'value', data: { name: 'API_KEY' }, line: 4, column: 9, endLine: 4, endColumn: 28 }],
    },
    {
      name: 'a cast, once for several reads',
      code: `${SERVER}const key = process.env.API_KEY as string
connect(key, process.env['API_KEY'] as string)`,
      output: null,
      errors: [{ messageId: 'value', data: { name: 'API_KEY' }, line: 4, column: 13, endLine: 4, endColumn: 32 }],
    },
    {
      name: 'in a text',
      code: `${SERVER}connect({ Authorization: \`Bearer \${process.env.API_KEY}\` })`,
      output: null,
      errors: [{ messageId: 'value', data: { name: 'API_KEY' }, line: 4, column: 36, endLine: 4, endColumn: 55 }],
    },
    {
      name: 'destructured',
      code: `${SERVER}const { API_KEY, API_URL = 'https://api.example.com' } = process.env
connect(API_KEY, API_URL)`,
      output: null,
      errors: [{ messageId: 'value', data: { name: 'API_KEY' }, line: 4, column: 9, endLine: 4, endColumn: 16 }],
    },
    {
      name: 'by an import',
      code: `${SERVER}import { env } from 'node:process'
connect(env.API_KEY!)`,
      output: null,
      errors: [{ messageId: 'value', data: { name: 'API_KEY' }, line: 5, column: 9, endLine: 5, endColumn: 20 }],
    },
    {
      name: 'by a parameter',
      code: `${SERVER}function load(env: NodeJS.ProcessEnv = process.env) {
  return connect(env.API_KEY!)
}
load()`,
      output: null,
      errors: [{ messageId: 'value', data: { name: 'API_KEY' }, line: 5, column: 18, endLine: 5, endColumn: 29 }],
    },
    {
      name: 'Deno and Bun',
      code: `${SERVER}connect(Deno.env.get('API_KEY')!, Bun.env.API_URL!)`,
      output: null,
      errors: [
        { messageId: 'value', data: { name: 'API_KEY' }, line: 4, column: 9, endLine: 4, endColumn: 32 },
        { messageId: 'value', data: { name: 'API_URL' }, line: 4, column: 35, endLine: 4, endColumn: 50 },
      ],
    },
    {
      name: 'another field is asked for',
      code: `${SERVER}const config = { key: process.env.API_KEY, url: process.env.API_URL }
if (!config.url) throw new Error('API_URL is not set')
connect(config.key)`,
      output: null,
      errors: [{ messageId: 'value', data: { name: 'API_KEY' }, line: 4, column: 23, endLine: 4, endColumn: 42 }],
    },
    {
      name: 'a number, with a default for its text',
      code: `${SERVER}limit({ max: parseInt(process.env.RATE_LIMIT || '100', 10) })`,
      output: null,
      errors: [{ messageId: 'number', data: { name: 'RATE_LIMIT' }, line: 4, column: 14, endLine: 4, endColumn: 59 }],
    },
    {
      name: 'a number through a variable',
      code: `${SERVER}const text = process.env.PORT ?? '3000'
const port = +text
listen(port)`,
      output: null,
      errors: [{ messageId: 'number', data: { name: 'PORT' }, line: 5, column: 15, endLine: 5, endColumn: 19 }],
    },
    {
      name: 'nothing looks at it in any file',
      code: 'export const config = { other: process.env.OTHER_KEY }',
      filename: folder.at('src/config.ts'),
      output: null,
      errors: [{ messageId: 'value', data: { name: 'OTHER_KEY' }, line: 1, column: 32, endLine: 1, endColumn: 53 }],
    },
  ],
})
