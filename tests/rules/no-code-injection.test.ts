import rule from '../../src/rules/no-code-injection.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-code-injection', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: 'export const run = (text: string) => eval(text)',
    },
    {
      name: 'data as JSON',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  new Function(\`return \${JSON.stringify(value)}\`)()
  return { content: [] }
})`,
    },
    {
      name: 'a function by name',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const OPERATIONS = { add: (a: number, b: number) => a + b }
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  OPERATIONS[value as 'add']?.(1, 2)
  return { content: [] }
})`,
    },
    {
      name: 'an argument of a fixed script',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('python3', ['-c', 'import sys; print(sys.argv[1])', 'x' + value])
  return { content: [] }
})`,
    },
    {
      name: 'escaped for AppleScript',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const text = value.replace(/\\\\/g, '\\\\\\\\').replace(/"/g, '\\\\"')
  execFileSync('osascript', ['-e', \`say "\${text}"\`])
  return { content: [] }
})`,
    },
    {
      name: 'a timer given a function',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  setTimeout(() => console.error(value), 10)
  return { content: [] }
})`,
    },
    {
      name: 'a module of a list',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.enum(['a', 'b']), other: z.string() }, async ({ value, other }) => {
  await import(value)
  return { content: [] }
})`,
    },
    {
      name: 'a number',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  eval(\`1 + \${Number(value)}\`)
  return { content: [] }
})`,
    },
  ],
  invalid: [
    {
      name: 'eval',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  eval(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'eval',
          },
          line: 5, column: 8, endLine: 5, endColumn: 13,
        },
      ],
    },
    {
      name: 'Function',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  new Function('x', \`return \${value}\`)(1)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'Function',
          },
          line: 5, column: 21, endLine: 5, endColumn: 38,
        },
      ],
    },
    {
      name: 'vm',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import vm from 'node:vm'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  vm.runInNewContext(value, {})
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'vm.runInNewContext',
          },
          line: 6, column: 22, endLine: 6, endColumn: 27,
        },
      ],
    },
    {
      name: 'a script',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import vm from 'node:vm'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  new vm.Script(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'vm.Script',
          },
          line: 6, column: 17, endLine: 6, endColumn: 22,
        },
      ],
    },
    {
      name: 'import',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await import(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'import',
          },
          line: 5, column: 16, endLine: 5, endColumn: 21,
        },
      ],
    },
    {
      name: 'node -e',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('node', ['-e', \`console.log(\${value})\`])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFileSync',
          },
          line: 6, column: 24, endLine: 6, endColumn: 55,
        },
      ],
    },
    {
      name: 'python -c',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  spawn('python3', ['-c', value])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'spawn',
          },
          line: 6, column: 20, endLine: 6, endColumn: 33,
        },
      ],
    },
    {
      name: 'osascript',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFile } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFile('osascript', ['-e', \`display dialog "\${value}"\`])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFile',
          },
          line: 6, column: 25, endLine: 6, endColumn: 60,
        },
      ],
    },
    {
      name: 'half escaped for AppleScript',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFile } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFile('osascript', ['-e', \`display dialog "\${value.replace(/"/g, '\\\\"')}"\`])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFile',
          },
          line: 6, column: 25, endLine: 6, endColumn: 81,
        },
      ],
    },
    {
      name: 'a timer given a text',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  setTimeout(\`show(\${value})\`, 10)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:4)',
            sink: '',
            route: 'setTimeout',
          },
          line: 5, column: 14, endLine: 5, endColumn: 30,
        },
      ],
    },
  ],
})
