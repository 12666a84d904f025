import rule from '../../src/rules/no-secret-in-response.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

ruleTester({ typescript: true }).run('no-secret-in-response', rule, {
  valid: [
    {
      name: 'one field of many records of which another holds a key',
      code: `${SERVER}const hosts = new Map()
for (const name of (process.env.HOSTS ?? '').split(',')) {
  hosts.set(name, { host: name, password: process.env.HOST_PASSWORD })
}
server.tool('host', { name: z.string() }, async ({ name }) => {
  const found = hosts.get(name)
  return { content: [{ type: 'text', text: \`host \${found.host}\` }] }
})`,
    },
    {
      name: 'tokens for whoever asks over HTTP for theirs, and keys that are made to be published',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import express from 'express'
import { listKeys } from './keys.js'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
express().post('/token', async (req, res) => {
  const tokens = await (await fetch('https://example.com/token')).json()
  res.json({ access_token: tokens.access_token, authorization: req.headers.authorization })
})
server.tool('get_publishable_keys', async () => {
  const { api_key, type } = listKeys('publishable')
  return { content: [{ type: 'text', text: api_key }] }
})`,
    },
    {
      name: 'what was fetched with it',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  const response = await fetch('https://api.example.com/' + file, { headers: { Authorization: process.env.API_KEY } })
  return { content: [{ type: 'text', text: await response.text() }] }
})`,
    },
    {
      name: 'that it is set',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  return { content: [{ type: 'text', text: process.env.API_KEY ? 'ready' : 'API_KEY is not set' }] }
})`,
    },
    {
      name: 'another variable',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  return { content: [{ type: 'text', text: process.env.REGION }] }
})`,
    },
    {
      name: 'masked',
      code: `${SERVER}const maskKey = (key) => key[0] + key
server.tool('read', { file: z.string() }, async ({ file }) => {
  return { content: [{ type: 'text', text: maskKey(process.env.API_KEY) }] }
})`,
    },
    {
      name: 'a program with the environment',
      code: `import { execFileSync } from 'node:child_process'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.tool('read', { file: z.string() }, async ({ file }) => {
  return { content: [{ type: 'text', text: execFileSync('git', ['log'], { env: { ...process.env, PAGER: 'cat' } }).toString() }] }
})`,
    },
    {
      name: 'in an error is another matter',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  throw new Error(\`bad key \${process.env.API_KEY}\`)
})`,
    },
  ],
  invalid: [
    {
      name: 'of the caller, of an object, and in a message to the client',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { load } from './configuration.js'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
const config = load()
server.tool('show', async (extra) => {
  await server.sendLoggingMessage({ level: 'info', data: process.env.API_KEY })
  return { content: [{ type: 'text', text: extra.authInfo.token }, { type: 'text', text: config.clientSecret }] }
})`,
      output: null,
      errors: [{
        messageId: 'secret',
        data: { name: 'process.env.API_KEY' },
        line: 6, column: 58, endLine: 6, endColumn: 77,
      }, {
        messageId: 'secret',
        data: { name: 'The token of the caller' },
        line: 7, column: 44, endLine: 7, endColumn: 64,
      }, {
        messageId: 'secret',
        data: { name: 'clientSecret' },
        line: 7, column: 90, endLine: 7, endColumn: 109,
      }],
    },
    {
      name: 'a key in the text',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  return { content: [{ type: 'text', text: \`key: \${process.env.API_KEY}\` }] }
})`,
      output: null,
      errors: [
        {
          messageId: 'secret',
          data: { name: 'process.env.API_KEY' },
          line: 5, column: 44, endLine: 5, endColumn: 73,
        },
      ],
    },
    {
      name: 'the environment',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  return { content: [{ type: 'text', text: JSON.stringify(process.env, null, 2) }] }
})`,
      output: null,
      errors: [
        {
          messageId: 'environment',
          line: 5, column: 44, endLine: 5, endColumn: 80,
        },
      ],
    },
    {
      name: 'a configuration that holds a key',
      code: `${SERVER}const config = { region: 'eu', token: process.env.GITHUB_TOKEN }
server.tool('read', { file: z.string() }, async ({ file }) => {
  return { content: [{ type: 'text', text: JSON.stringify(config) }], structuredContent: config }
})`,
      output: null,
      errors: [
        {
          messageId: 'secret',
          data: { name: 'process.env.GITHUB_TOKEN' },
          line: 6, column: 44, endLine: 6, endColumn: 66,
        },
      ],
    },
    {
      name: 'of a parsed environment',
      code: `${SERVER}const env = z.object({ CLIENT_SECRET: z.string(), REGION: z.string() }).parse(process.env)
server.tool('read', { file: z.string() }, async ({ file }) => {
  return { content: [{ type: 'text', text: env.CLIENT_SECRET + env.REGION }] }
})`,
      output: null,
      errors: [
        {
          messageId: 'secret',
          data: { name: 'process.env.CLIENT_SECRET' },
          line: 6, column: 44, endLine: 6, endColumn: 74,
        },
      ],
    },
    {
      name: 'over HTTP',
      code: `import http from 'node:http'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined })
http.createServer(async (request, response) => {
  if (request.url === '/debug') response.end(JSON.stringify({ env: process.env }))
  else await transport.handleRequest(request, response)
})`,
      output: null,
      errors: [
        {
          messageId: 'environment',
          line: 5, column: 46, endLine: 5, endColumn: 82,
        },
      ],
    },
  ],
})
