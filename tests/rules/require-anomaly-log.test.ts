import rule from '../../src/rules/require-anomaly-log.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import path from 'node:path'
import { readFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
const ROOT = path.resolve('notes')
`

ruleTester({ typescript: true }).run('require-anomaly-log', rule, {
  valid: [
    {
      name: 'the refusal is logged',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  const target = path.resolve(ROOT, file)
  if (!target.startsWith(ROOT + path.sep)) {
    console.error('refused', file)
    throw new Error('Access denied')
  }
  return { content: [{ type: 'text', text: await readFile(target, 'utf8') }] }
})`,
    },
    {
      name: 'where the error is caught',
      code: `${SERVER}function locate(file: string) {
  const target = path.resolve(ROOT, file)
  if (!target.startsWith(ROOT + path.sep)) throw new Error('Access denied')
  return target
}
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await readFile(locate(file), 'utf8') }] }
  } catch (error) {
    console.error(error)
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
    },
    {
      name: 'something is missing, nothing forbidden',
      code: `${SERVER}const NOTES = ['a', 'b']
server.tool('read', { file: z.string() }, async ({ file }) => {
  if (!NOTES.includes(file)) throw new Error('No such note')
  if (file === '') throw new Error('Not allowed to be empty')
  return { content: [{ type: 'text', text: file }] }
})`,
    },
    {
      name: 'one tool of several',
      code: `${SERVER}server.tool('act', { deed: z.string() }, async ({ deed }) => {
  if (deed === 'list') return { content: [{ type: 'text', text: 'a' }] }
  throw new Error('Access denied')
})`,
    },
    {
      name: 'a limit that logs',
      code: `${SERVER}import rateLimit from 'express-rate-limit'
app.use(rateLimit({ limit: 100, handler: (req, res) => { console.error('limit', req.ip); res.sendStatus(429) } }))`,
    },
    {
      name: 'what another server says',
      code: `${SERVER}export async function load(url: string) {
  const response = await fetch(url)
  if (response.status === 429) throw new Error('Too many requests')
}`,
    },
    {
      name: 'a file without MCP',
      filename: '/no-package/elsewhere.ts',
      code: 'export const limit = (res: Response) => res.sendStatus(429)',
    },
  ],
  invalid: [
    {
      name: 'a path outside',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  const target = path.resolve(ROOT, file)
  if (!target.startsWith(ROOT + path.sep)) throw new Error('Invalid path')
  return { content: [{ type: 'text', text: await readFile(target, 'utf8') }] }
})`,
      output: null,
      errors: [{ messageId: 'refused', line: 10, column: 50, endLine: 10, endColumn: 75 }],
    },
    {
      name: 'in a function that handlers share, once',
      code: `${SERVER}function locate(file: string) {
  const target = path.resolve(ROOT, file)
  if (!target.startsWith(ROOT + path.sep)) throw new Error('Invalid path')
  return target
}
server.tool('read', { file: z.string() }, async ({ file }) => (
  { content: [{ type: 'text', text: await readFile(locate(file), 'utf8') }] }
))
server.tool('show', { file: z.string() }, async ({ file }) => (
  { content: [{ type: 'text', text: await readFile(locate(file), 'latin1') }] }
))`,
      output: null,
      errors: [{ messageId: 'refused', line: 10, column: 50, endLine: 10, endColumn: 75 }],
    },
    {
      name: 'an answer',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  if (file.includes('..') || path.isAbsolute(file)) {
    return { content: [{ type: 'text', text: 'no' }], isError: true }
  }
  return { content: [{ type: 'text', text: await readFile(path.join(ROOT, file), 'utf8') }] }
})`,
      output: null,
      errors: [{ messageId: 'refused', line: 10, column: 12, endLine: 10, endColumn: 70 }],
    },
    {
      name: 'a program that is not on the list',
      code: `${SERVER}const ALLOWED = ['git', 'ls']
server.tool('run', { program: z.string() }, async ({ program }) => {
  if (!ALLOWED.includes(program)) {
    throw new Error(\`\${program} is not allowed\`)
  }
  execFile(program)
  return { content: [] }
})`,
      output: null,
      errors: [{ messageId: 'refused', line: 11, column: 11, endLine: 11, endColumn: 49 }],
    },
    {
      name: 'a log before the check does not tell of it',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  console.error('read', file)
  const target = path.resolve(ROOT, file)
  if (!target.startsWith(ROOT + path.sep)) throw new Error('Invalid path')
  return { content: [{ type: 'text', text: await readFile(target, 'utf8') }] }
})`,
      output: null,
      errors: [{ messageId: 'refused', line: 11, column: 50, endLine: 11, endColumn: 75 }],
    },
    {
      name: 'a limit on requests',
      code: `${SERVER}app.use((req, res, next) => {
  if (count(req.ip) > 100) {
    res.status(429).json({ error: 'too many requests' })
    return
  }
  next()
})`,
      output: null,
      errors: [{ messageId: 'limited', line: 10, column: 5, endLine: 10, endColumn: 20 }],
    },
    {
      name: 'a middleware that keeps to itself whom it turns away',
      code: `${SERVER}import { rateLimit } from 'express-rate-limit'
app.use(rateLimit({ windowMs: 60_000, limit: 100 }))`,
      output: null,
      errors: [{ messageId: 'limited', line: 9, column: 9, endLine: 9, endColumn: 52 }],
    },
  ],
})
