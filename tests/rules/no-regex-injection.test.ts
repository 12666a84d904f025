import rule from '../../src/rules/no-regex-injection.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-regex-injection', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: 'export const find = (text: string) => new RegExp(text)',
    },
    {
      name: 'escaped by hand',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  new RegExp(value.replace(/[.*+?^\${}()|[\\]\\\\]/g, '\\\\$&'), 'g')
  return { content: [] }
})`,
    },
    {
      name: 'escaped by a package',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import escapeStringRegexp from 'escape-string-regexp'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  new RegExp(\`^\${escapeStringRegexp(value)}$\`)
  return { content: [] }
})`,
    },
    {
      name: 'escaped by the language',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  new RegExp(RegExp.escape(value))
  return { content: [] }
})`,
    },
    {
      name: 'letters only',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string().regex(/^\\w+$/), other: z.string() }, async ({ value, other }) => {
  new RegExp(value)
  return { content: [] }
})`,
    },
    {
      name: 'searched as it is',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  'text'.includes(value)
  return { content: [] }
})`,
    },
  ],
  invalid: [
    {
      name: 'a variable',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const pattern = new RegExp(value, 'u')
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'compiles',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'RegExp',
          },
          line: 5, column: 30, endLine: 5, endColumn: 35,
          suggestions: [
            {
              messageId: 'escape',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const pattern = new RegExp(value.replace(/[\\\\^$.*+?()[\\]{}|]/g, '\\\\$&'), 'u')
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'called as a function',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  RegExp(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'compiles',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'RegExp',
          },
          line: 5, column: 10, endLine: 5, endColumn: 15,
          suggestions: [
            {
              messageId: 'escape',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  RegExp(value.replace(/[\\\\^$.*+?()[\\]{}|]/g, '\\\\$&'))
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'part of a pattern',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  new RegExp(\`^\${value}$\`)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'compiles',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'RegExp',
          },
          line: 5, column: 14, endLine: 5, endColumn: 26,
          suggestions: [
            {
              messageId: 'escape',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  new RegExp(\`^\${value.replace(/[\\\\^$.*+?()[\\]{}|]/g, '\\\\$&')}$\`)
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'under a cast',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.number().optional() }, async ({ value, other }) => {
  new RegExp(value as string, 'i')
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'compiles',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'RegExp',
          },
          line: 5, column: 14, endLine: 5, endColumn: 29,
          suggestions: [
            {
              messageId: 'escape',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.number().optional() }, async ({ value, other }) => {
  new RegExp((value as string).replace(/[\\\\^$.*+?()[\\]{}|]/g, '\\\\$&'), 'i')
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'with a default',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.number().optional() }, async ({ value, other }) => {
  new RegExp(value ?? '')
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'compiles',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'RegExp',
          },
          line: 5, column: 14, endLine: 5, endColumn: 25,
          suggestions: [
            {
              messageId: 'escape',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.number().optional() }, async ({ value, other }) => {
  new RegExp((value ?? '').replace(/[\\\\^$.*+?()[\\]{}|]/g, '\\\\$&'))
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'trimmed',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.number().optional() }, async ({ value, other }) => {
  new RegExp(value.trim())
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'compiles',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'RegExp',
          },
          line: 5, column: 14, endLine: 5, endColumn: 26,
          suggestions: [
            {
              messageId: 'escape',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.number().optional() }, async ({ value, other }) => {
  new RegExp(value.trim().replace(/[\\\\^$.*+?()[\\]{}|]/g, '\\\\$&'))
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'a concatenation of two',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.number().optional() }, async ({ value, other }) => {
  new RegExp(value + '-' + other)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'compiles',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'RegExp',
          },
          line: 5, column: 14, endLine: 5, endColumn: 33,
        },
      ],
    },
    {
      name: 'half escaped',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  new RegExp(value.replace(/\\./g, '\\\\.'))
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'compiles',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'RegExp',
          },
          line: 5, column: 14, endLine: 5, endColumn: 41,
        },
      ],
    },
  ],
})
