import rule from '../../src/rules/no-unsafe-url-open.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-unsafe-url-open', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: `import open from 'open'
export const show = (url: string) => open(url)`,
    },
    {
      name: 'the protocol is checked',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import open from 'open'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const url = new URL(value)
  if (url.protocol !== 'https:') throw new Error('protocol')
  await open(url.href)
  return { content: [] }
})`,
    },
    {
      name: 'one of two protocols',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import open from 'open'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!['http:', 'https:'].includes(new URL(value).protocol)) throw new Error('protocol')
  await open(value)
  return { content: [] }
})`,
    },
    {
      name: 'a prefix',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import open from 'open'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!value.startsWith('https://')) throw new Error('protocol')
  await open(value)
  return { content: [] }
})`,
    },
    {
      name: 'a fixed scheme',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import open from 'open'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await open(\`https://example.com/search?q=\${value}\`)
  return { content: [] }
})`,
    },
  ],
  invalid: [
    {
      name: 'open',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import open from 'open'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await open(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'opens',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'open',
            route: '',
          },
          line: 6, column: 14, endLine: 6, endColumn: 19,
        },
      ],
    },
    {
      name: 'a parsed address',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import open from 'open'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await open(new URL(value).href)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'opens',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'open',
            route: '',
          },
          line: 6, column: 14, endLine: 6, endColumn: 33,
        },
      ],
    },
    {
      name: 'a deny-list',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import open from 'open'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (new URL(value).protocol === 'file:') throw new Error('protocol')
  await open(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'opens',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'open',
            route: '',
          },
          line: 7, column: 14, endLine: 7, endColumn: 19,
        },
      ],
    },
    {
      name: 'xdg-open',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFile } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFile('xdg-open', [value])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'opens',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'execFile',
            route: '',
          },
          line: 6, column: 24, endLine: 6, endColumn: 31,
        },
      ],
    },
    {
      name: 'electron',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { shell } from 'electron'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await shell.openExternal(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'opens',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'shell.openExternal',
            route: '',
          },
          line: 6, column: 28, endLine: 6, endColumn: 33,
        },
      ],
    },
  ],
})
