import rule from '../../src/rules/no-stack-in-response.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

ruleTester({ typescript: true }).run('no-stack-in-response', rule, {
  valid: [
    {
      name: 'logged',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    console.error(error.stack)
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
    },
    {
      name: 'the message alone is another matter',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text', text: error.message }], isError: true }
  }
})`,
    },
    {
      name: 'in development only',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const detail = process.env.NODE_ENV === 'development' ? error.stack : 'Internal error'
    return { content: [{ type: 'text', text: detail }], isError: true }
  }
})`,
    },
    {
      name: 'an error of the package, its message',
      code: `${SERVER}class NoteError extends Error {}
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    if (error instanceof NoteError) return { content: [{ type: 'text', text: error.message }], isError: true }
    throw error
  }
})`,
    },
    {
      name: 'a file without MCP',
      code: 'export async function run(res) { try { await load() } catch (error) { res.send(error.stack) } }',
      filename: '/no-package/server.ts',
    },
  ],
  invalid: [
    {
      name: 'in a result',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text', text: \`Failed: \${error.stack}\` }], isError: true }
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'stack',
          line: 8, column: 46, endLine: 8, endColumn: 70,
          suggestions: [
            {
              messageId: 'fixedText',
              output: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'through a variable and a helper',
      code: `${SERVER}const failure = (text) => ({ content: [{ type: 'text', text }], isError: true })
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const text = error instanceof Error ? error.stack : String(error)
    return failure(text)
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'stack',
          line: 4, column: 56, endLine: 4, endColumn: 60,
        },
      ],
    },
    {
      name: 'in the body of an HTTP response',
      code: `import express from 'express'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined })
const app = express()
app.post('/mcp', async (req, res) => {
  try {
    await transport.handleRequest(req, res, req.body)
  } catch (error) {
    res.status(500).json({ error: error.stack })
  }
})
app.use((problem, req, res, next) => {
  res.status(500).send(problem.stack)
})`,
      output: null,
      errors: [
        {
          messageId: 'stack',
          line: 9, column: 35, endLine: 9, endColumn: 46,
          suggestions: [
            {
              messageId: 'fixedText',
              output: `import express from 'express'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined })
const app = express()
app.post('/mcp', async (req, res) => {
  try {
    await transport.handleRequest(req, res, req.body)
  } catch (error) {
    res.status(500).json({ error: 'Internal error' })
  }
})
app.use((problem, req, res, next) => {
  res.status(500).send(problem.stack)
})`,
            },
          ],
        },
        {
          messageId: 'stack',
          line: 13, column: 24, endLine: 13, endColumn: 37,
          suggestions: [
            {
              messageId: 'fixedText',
              output: `import express from 'express'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined })
const app = express()
app.post('/mcp', async (req, res) => {
  try {
    await transport.handleRequest(req, res, req.body)
  } catch (error) {
    res.status(500).json({ error: error.stack })
  }
})
app.use((problem, req, res, next) => {
  res.status(500).send('Internal error')
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a promise and in a log message to the client',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  return load(file).catch((problem) => {
    server.sendLoggingMessage({ level: 'error', data: problem.stack })
    return { content: [{ type: 'text', text: 'Failed' }] }
  })
})`,
      output: null,
      errors: [
        {
          messageId: 'stack',
          line: 6, column: 55, endLine: 6, endColumn: 68,
          suggestions: [
            {
              messageId: 'fixedText',
              output: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  return load(file).catch((problem) => {
    server.sendLoggingMessage({ level: 'error', data: 'Internal error' })
    return { content: [{ type: 'text', text: 'Failed' }] }
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'under the name of its variable, and in an error that is thrown on',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const text = String(error.stack)
    if (file === '') throw new Error(error.stack, { cause: error })
    return { content: [{ type: 'text', text }], isError: true }
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'stack',
          line: 9, column: 28, endLine: 9, endColumn: 68,
          suggestions: [
            {
              messageId: 'fixedText',
              output: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const text = String(error.stack)
    if (file === '') throw new Error('Internal error', { cause: error })
    return { content: [{ type: 'text', text }], isError: true }
  }
})`,
            },
          ],
        },
        {
          messageId: 'stack',
          line: 10, column: 40, endLine: 10, endColumn: 44,
          suggestions: [
            {
              messageId: 'fixedText',
              output: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const text = String(error.stack)
    if (file === '') throw new Error(error.stack, { cause: error })
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
            },
          ],
        },
      ],
    },
  ],
})
