import rule from '../../src/rules/no-prototype-pollution.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-prototype-pollution', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: 'export const put = (all: any, key: string) => { all[key][key] = 1 }',
    },
    {
      name: 'one key of an object of its own',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const counts: Record<string, number> = {}
  counts[value] = 1
  return { content: [] }
})`,
    },
    {
      name: 'a map',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const counts = new Map()
  counts.set(value, 1)
  return { content: [] }
})`,
    },
    {
      name: 'names of a list',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const settings: any
declare const server: McpServer
server.tool('run', { value: z.enum(['a', 'b']), other: z.enum(['c']) }, async ({ value, other }) => {
  settings[value][other] = 1
  return { content: [] }
})`,
    },
    {
      name: 'a fixed path',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import _ from 'lodash'
declare const settings: any
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  _.set(settings, 'a.b', value)
  return { content: [] }
})`,
    },
    {
      name: 'the name that leads to the object is its own',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const settings: any
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!Object.hasOwn(settings, value)) throw new Error('No such section')
  settings[value][other] = 1
  return { content: [] }
})`,
    },
    {
      name: 'the same, with the object in a variable',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const settings: any
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!Object.hasOwn(settings, value)) throw new Error('No such section')
  const section = settings[value]
  section[other] = 1
  return { content: [] }
})`,
    },
    {
      name: 'the name that leads to the object is one of a list',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const settings: any
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!['a', 'b'].includes(value)) throw new Error('No such section')
  settings[value][other] = 1
  return { content: [] }
})`,
    },
    {
      name: 'the name that leads to the object is none of the client',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const settings: any
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  for (const section of Object.keys(settings)) settings[section][other] = 1
  return { content: [] }
})`,
    },
  ],
  invalid: [
    {
      name: 'two keys',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const settings: any
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  settings[value][other] = 1
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'writes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'the property',
            route: '',
          },
          line: 6, column: 3, endLine: 6, endColumn: 25,
        },
      ],
    },
    {
      name: 'a check of another name',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const settings: any
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!Object.hasOwn(settings, other)) throw new Error('No such section')
  const section = settings[value]
  section[value] = other
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'writes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: 'the property',
            route: '',
          },
          line: 8, column: 3, endLine: 8, endColumn: 17,
        },
      ],
    },
    {
      name: 'lodash',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import _ from 'lodash'
declare const settings: any
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  _.set(settings, value, other)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'writes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:6)',
            sink: '_.set',
            route: '',
          },
          line: 7, column: 19, endLine: 7, endColumn: 24,
        },
      ],
    },
    {
      name: 'lodash.set',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import set from 'lodash.set'
declare const settings: any
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  set(settings, value, other)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'writes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:6)',
            sink: 'set',
            route: '',
          },
          line: 7, column: 17, endLine: 7, endColumn: 22,
        },
      ],
    },
  ],
})
