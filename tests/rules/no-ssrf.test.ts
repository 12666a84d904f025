import rule from '../../src/rules/no-ssrf.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-ssrf', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: 'export const get = (url: string) => fetch(url)',
    },
    {
      name: 'a fixed origin',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await fetch(\`https://api.example.com/users/\${value}?q=\${other}\`)
  return { content: [] }
})`,
    },
    {
      name: 'an origin of the environment',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await fetch(\`\${process.env.API_URL}/users/\${value}\`)
  return { content: [] }
})`,
    },
    {
      name: 'a relative reference below a base',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await fetch(new URL('/users/' + encodeURIComponent(value), process.env.API_URL))
  return { content: [] }
})`,
    },
    {
      name: 'the host is compared',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const url = new URL(value)
  if (url.hostname !== 'example.com') throw new Error('host')
  await fetch(url)
  return { content: [] }
})`,
    },
    {
      name: 'the host is in a set',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const HOSTS = new Set(['example.com', 'example.org'])
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const url = new URL(value)
  if (!HOSTS.has(url.host)) throw new Error('host')
  await fetch(url.href)
  return { content: [] }
})`,
    },
    {
      name: 'the text that was parsed',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!['https://example.com'].includes(new URL(value).origin)) throw new Error('host')
  await fetch(value)
  return { content: [] }
})`,
    },
    {
      name: 'a domain with its dot',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const { hostname } = new URL(value)
  if (!hostname.endsWith('.example.com')) throw new Error('host')
  await fetch(value)
  return { content: [] }
})`,
    },
    {
      name: 'an anchored pattern of the host',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!/^(?:[\\w-]+\\.)?example\\.com$/.test(new URL(value).hostname)) throw new Error('host')
  await fetch(value)
  return { content: [] }
})`,
    },
    {
      name: 'a prefix with the whole host',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!value.startsWith('https://example.com/')) throw new Error('host')
  await fetch(value)
  return { content: [] }
})`,
    },
    {
      name: 'a helper that throws',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
async function check(text: string) {
  const url = new URL(text)
  const { address } = await lookup(url.hostname)
  if (ipaddr.parse(address).range() !== 'unicast') throw new Error('private')
  return url
}
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await fetch(check(value), { redirect: 'manual' })
  return { content: [] }
})`,
    },
    {
      name: 'private-ip on the host, redirects off',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import isPrivate from 'private-ip'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (isPrivate(new URL(value).hostname)) throw new Error('private')
  await fetch(value, { redirect: 'error' })
  return { content: [] }
})`,
    },
    {
      name: 'an agent that filters',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import axios from 'axios'
import { useAgent } from 'request-filtering-agent'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await axios.get(value, { httpAgent: useAgent(value), httpsAgent: useAgent(value) })
  return { content: [] }
})`,
    },
    {
      name: 'an agent with its own look-up',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { Agent, fetch } from 'undici'
function checked() {}
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await fetch(value, { dispatcher: new Agent({ connect: { lookup: checked } }) })
  return { content: [] }
})`,
    },
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
      name: 'an enumeration of hosts',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.enum(['a.example.com', 'b.example.com']), other: z.string() }, async ({ value, other }) => {
  await fetch(\`https://\${value}/\`)
  return { content: [] }
})`,
    },
    {
      name: 'a region without delimiters',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string().regex(/^[a-z0-9-]+$/), other: z.string() }, async ({ value, other }) => {
  await fetch(\`https://\${value}.example.com/\`)
  return { content: [] }
})`,
    },
  ],
  invalid: [
    {
      name: 'fetch',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await fetch(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 5, column: 15, endLine: 5, endColumn: 20,
        },
      ],
    },
    {
      name: 'a format is no host',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string().url(), other: z.string() }, async ({ value, other }) => {
  await fetch(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 5, column: 15, endLine: 5, endColumn: 20,
        },
      ],
    },
    {
      name: 'parsed, protocol checked',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const url = new URL(value)
  if (!['http:', 'https:'].includes(url.protocol)) throw new Error('protocol')
  await fetch(url.toString())
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 7, column: 15, endLine: 7, endColumn: 29,
        },
      ],
    },
    {
      name: 'includes on the text',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!value.includes('example.com')) throw new Error('host')
  await fetch(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 6, column: 15, endLine: 6, endColumn: 20,
        },
      ],
    },
    {
      name: 'a prefix without its slash',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!value.startsWith('https://example.com')) throw new Error('host')
  await fetch(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 6, column: 15, endLine: 6, endColumn: 20,
        },
      ],
    },
    {
      name: 'a domain without its dot',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!new URL(value).hostname.endsWith('example.com')) throw new Error('host')
  await fetch(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 6, column: 15, endLine: 6, endColumn: 20,
        },
      ],
    },
    {
      name: 'a pattern that is not anchored',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!/example\\.com/.test(new URL(value).hostname)) throw new Error('host')
  await fetch(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 6, column: 15, endLine: 6, endColumn: 20,
        },
      ],
    },
    {
      name: 'a deny-list of names',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const { hostname } = new URL(value)
  if (hostname === 'localhost' || hostname === '127.0.0.1') throw new Error('host')
  await fetch(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 7, column: 15, endLine: 7, endColumn: 20,
        },
      ],
    },
    {
      name: 'a private-address test of the whole address',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import isPrivate from 'private-ip'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (isPrivate(value)) throw new Error('private')
  await fetch(value, { redirect: 'manual' })
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'chooses',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'fetch',
            route: '',
          },
          line: 7, column: 15, endLine: 7, endColumn: 20,
        },
      ],
    },
    {
      name: 'a private-address test, redirects followed',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import isPrivate from 'private-ip'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (isPrivate(new URL(value).hostname)) throw new Error('private')
  await fetch(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'fetch',
            route: '',
          },
          line: 7, column: 15, endLine: 7, endColumn: 20,
        },
      ],
    },
    {
      name: 'an absolute reference replaces the base',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await fetch(new URL(value, 'https://api.example.com'))
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 5, column: 15, endLine: 5, endColumn: 56,
        },
      ],
    },
    {
      name: 'a slash and input may be another host',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await fetch(new URL('/' + value, 'https://api.example.com'))
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 5, column: 15, endLine: 5, endColumn: 62,
        },
      ],
    },
    {
      name: 'an origin without its slash',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await fetch(\`https://api.example.com\${value}\`)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 5, column: 15, endLine: 5, endColumn: 48,
        },
      ],
    },
    {
      name: 'another address than the one checked',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (new URL(value).hostname !== 'example.com') throw new Error('host')
  await fetch(other)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'redirects',
          data: {
            source: '`other`',
            registration: 'tool run (server.ts:4)',
            sink: 'fetch',
            route: '',
          },
          line: 6, column: 15, endLine: 6, endColumn: 20,
        },
      ],
    },
  ],
})
