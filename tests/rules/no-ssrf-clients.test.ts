import rule from '../../src/rules/no-ssrf.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-ssrf', rule, {
  valid: [
    {
      name: 'a client with a base',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import axios from 'axios'
const api = axios.create({ baseURL: process.env.API_URL })
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await api.get(\`/users/\${value}\`)
  return { content: [] }
})`,
    },
    {
      name: 'got behind a prefix',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import got from 'got'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await got(value, { prefixUrl: process.env.API_URL })
  return { content: [] }
})`,
    },
  ],
  invalid: [
    {
      name: 'axios below baseURL',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import axios from 'axios'
const api = axios.create({ baseURL: 'https://api.example.com' })
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await api.get(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:6)',
            sink: 'api.get',
            route: '',
          },
          line: 7, column: 17, endLine: 7, endColumn: 22,
        },
      ],
    },
    {
      name: 'a page',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { chromium } from 'playwright'
const page = await (await chromium.launch()).newPage()
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await page.goto(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'chooses',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:6)',
            sink: 'page.goto',
            route: '',
          },
          line: 7, column: 19, endLine: 7, endColumn: 24,
        },
      ],
    },
    {
      name: 'the host of node:https',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import https from 'node:https'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  https.get({ hostname: value, path: '/' })
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'chooses',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'https.get',
            route: '',
          },
          line: 6, column: 13, endLine: 6, endColumn: 43,
        },
      ],
    },
    {
      name: 'through a function',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
async function load({ url }: { url: string }) {
  return (await fetch(url)).text()
}
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await load({ url: value })
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:7)',
            sink: 'fetch',
            route: ' through load',
          },
          line: 4, column: 23, endLine: 4, endColumn: 26,
        },
      ],
    },
    {
      name: 'got',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import got from 'got'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await got(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'got',
            route: '',
          },
          line: 6, column: 13, endLine: 6, endColumn: 18,
        },
      ],
    },
    {
      name: 'a socket',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import net from 'node:net'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  net.connect(80, value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'chooses',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'net.connect',
            route: '',
          },
          line: 6, column: 19, endLine: 6, endColumn: 24,
        },
      ],
    },
    {
      name: 'a web socket',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  new WebSocket(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'chooses',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'WebSocket',
            route: '',
          },
          line: 5, column: 17, endLine: 5, endColumn: 22,
        },
      ],
    },
  ],
})
