import rule from '../../src/rules/require-auth-failure-log.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import express from 'express'
const app = express()
`

ruleTester({ typescript: true }).run('require-auth-failure-log', rule, {
  valid: [
    {
      name: 'logged before the answer',
      code: `${SERVER}app.use((req, res, next) => {
  if (req.headers.authorization !== TOKEN) {
    console.error('refused', req.ip)
    res.status(401).json({ error: 'unauthorized' })
    return
  }
  next()
})`,
    },
    {
      name: 'logged behind the answer',
      code: `${SERVER}app.use((req, res, next) => {
  if (req.headers.authorization === TOKEN) return next()
  res.sendStatus(401)
  this.logger?.warn({ ip: req.ip }, 'refused')
})`,
    },
    {
      name: 'by a function of the file',
      code: `${SERVER}function deny(req, res, status) {
  process.stderr.write('x')
  console.warn(req.ip)
  res.status(status).end()
}
function check(req, res) {
  if (req.headers.authorization !== TOKEN) {
    deny(req, res, 401)
    res.status(401)
  }
}`,
    },
    {
      name: 'the function that answers is called behind a log',
      code: `${SERVER}function unauthorized(res) {
  res.status(401).json({ error: 'unauthorized' })
}
app.use((req, res, next) => {
  if (req.headers.authorization !== TOKEN) {
    auditLog.write('refused', req.ip)
    unauthorized(res)
    return
  }
  next()
})`,
    },
    {
      name: 'a function for others to call',
      code: `${SERVER}export function unauthorized(res) {
  res.status(401).json({ error: 'unauthorized' })
}`,
    },
    {
      name: 'where the check fails',
      code: `${SERVER}app.use(async (req, res, next) => {
  try {
    await verify(req.headers.authorization)
    next()
  } catch (error) {
    logger.warn(error)
    res.status(401).end()
  }
})`,
    },
    {
      name: 'every request is logged',
      code: `import morgan from 'morgan'
${SERVER}app.use(morgan('combined'))
app.use((req, res, next) => {
  if (req.headers.authorization !== TOKEN) return res.sendStatus(401)
  next()
})`,
    },
    {
      name: 'every request is logged when it is done',
      code: `${SERVER}app.use((req, res, next) => {
  res.on('finish', () => console.error(req.path, res.statusCode))
  next()
})
app.use((req, res, next) => {
  if (req.headers.authorization !== TOKEN) return res.sendStatus(401)
  next()
})`,
    },
    {
      name: 'what another server says',
      code: `${SERVER}export async function load(url: string) {
  const response = await fetch(url)
  if (response.status === 401) throw new Error('Unauthorized')
  return new Response(response.body, { status: response.status })
}`,
    },
    {
      name: 'other answers',
      code: `${SERVER}app.get('/health', (req, res) => res.status(200).json({ ok: true }))
app.use((req, res) => res.status(404).end())`,
    },
    {
      name: 'a file without MCP',
      filename: '/no-package/elsewhere.ts',
      code: 'export const check = (ok: boolean, res: Answer) => ok || res.sendStatus(401)',
    },
  ],
  invalid: [
    {
      name: 'Express, once in a middleware',
      code: `${SERVER}app.use((req, res, next) => {
  const token = req.headers.authorization
  if (!token) {
    res.status(401).json({ error: 'unauthorized' })
    return
  }
  if (token !== TOKEN) {
    res.status(403).json({ error: 'forbidden' })
    return
  }
  next()
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 7, column: 5, endLine: 7, endColumn: 20 }],
    },
    {
      name: 'a log in another branch',
      code: `${SERVER}app.use((req, res, next) => {
  if (req.headers.authorization === TOKEN) {
    console.error('accepted')
    return next()
  }
  res.sendStatus(401)
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 9, column: 3, endLine: 9, endColumn: 22 }],
    },
    {
      name: 'node:http',
      code: `${SERVER}import { createServer } from 'node:http'
createServer((req, res) => {
  if (req.headers.authorization !== TOKEN) {
    res.writeHead(401, { 'WWW-Authenticate': 'Bearer' }).end()
  }
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 7, column: 5, endLine: 7, endColumn: 57 }],
    },
    {
      name: 'node:http, by assignment',
      code: `${SERVER}import { createServer } from 'node:http'
createServer((req, res) => {
  if (req.headers.authorization !== TOKEN) {
    res.statusCode = 401
    res.end()
  }
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 7, column: 5, endLine: 7, endColumn: 25 }],
    },
    {
      name: 'Hono',
      code: `${SERVER}import { Hono } from 'hono'
new Hono().use(async (c, next) => {
  if (c.req.header('authorization') !== TOKEN) return c.json({ error: 'unauthorized' }, 401)
  await next()
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 6, column: 55, endLine: 6, endColumn: 93 }],
    },
    {
      name: 'a response of its own',
      code: `${SERVER}export async function handle(request: Request) {
  if (request.headers.get('authorization') !== TOKEN) {
    return new Response('unauthorized', { status: 401 })
  }
  return new Response('ok')
}`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 6, column: 12, endLine: 6, endColumn: 57 }],
    },
    {
      name: 'an error that the SDK answers with 401',
      code: `${SERVER}import { InvalidTokenError } from '@modelcontextprotocol/sdk/server/auth/errors.js'
export const verifier = {
  async verifyAccessToken(token: string) {
    const known = await find(token)
    if (!known) throw new InvalidTokenError('unknown token')
    return known
  },
}`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 8, column: 23, endLine: 8, endColumn: 61 }],
    },
    {
      name: 'an error with the status',
      code: `${SERVER}import { HTTPException } from 'hono/http-exception'
export async function guard(c, next) {
  if (!await verify(c.req.header('authorization'))) throw new HTTPException(403, { message: 'forbidden' })
  await next()
}`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 6, column: 59, endLine: 6, endColumn: 107 }],
    },
    {
      name: 'a function that answers, called without a log',
      code: `${SERVER}function unauthorized(res) {
  res.status(401).json({ error: 'unauthorized' })
}
app.use((req, res, next) => {
  if (req.headers.authorization !== TOKEN) return unauthorized(res)
  next()
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 5, column: 3, endLine: 5, endColumn: 18 }],
    },
  ],
})
