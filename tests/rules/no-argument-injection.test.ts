import rule from '../../src/rules/no-argument-injection.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-argument-injection', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: `import { execFileSync } from 'node:child_process'
export const run = (ref: string) => execFileSync('git', ['log', ref])`,
    },
    {
      name: 'behind the marker',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', '--', value, other])
  return { content: [] }
})`,
    },
    {
      name: 'behind the marker of git',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['log', '--end-of-options', value])
  return { content: [] }
})`,
    },
    {
      name: 'a leading hyphen refused',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (value.startsWith('-')) throw new Error('option')
  execFileSync('git', ['log', value])
  return { content: [] }
})`,
    },
    {
      name: 'refused in a function',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
function checked(text: string) {
  if (/^-/.test(text)) throw new Error('option')
  return text
}
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['log', checked(value)])
  return { content: [] }
})`,
    },
    {
      name: 'the value of an option',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['commit', '-m', value])
  return { content: [] }
})`,
    },
    {
      name: 'part of an option',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['log', \`--author=\${value}\`])
  return { content: [] }
})`,
    },
    {
      name: 'a beginning of its own',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['show', \`HEAD:\${value}\`])
  return { content: [] }
})`,
    },
    {
      name: 'a resolved path',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
import path from 'node:path'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['add', path.resolve('/srv', value)])
  return { content: [] }
})`,
    },
    {
      name: 'a parsed address',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', new URL(value).href])
  return { content: [] }
})`,
    },
    {
      name: 'the arguments of what npx runs',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('npx', ['--yes', 'cowsay', value])
  return { content: [] }
})`,
    },
    {
      name: 'a program without such options',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('echo', [value])
  return { content: [] }
})`,
    },
    {
      name: 'a pattern in the schema',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string().regex(/^[a-f0-9]+$/), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['log', value])
  return { content: [] }
})`,
    },
  ],
  invalid: [
    {
      name: 'git clone',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', value])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFileSync',
          },
          line: 6, column: 23, endLine: 6, endColumn: 39,
          suggestions: [
            {
              messageId: 'endOptions',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', '--', value])
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'behind git log `--` would begin the paths',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['log', value])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFileSync',
          },
          line: 6, column: 23, endLine: 6, endColumn: 37,
          suggestions: [
            {
              messageId: 'endRevisionOptions',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['log', '--end-of-options', value])
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'behind an option that has its value',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', '--depth=1', value])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFileSync',
          },
          line: 6, column: 23, endLine: 6, endColumn: 52,
          suggestions: [
            {
              messageId: 'endOptions',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', '--depth=1', '--', value])
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'two operands',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', value, other])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFileSync',
          },
          line: 6, column: 23, endLine: 6, endColumn: 46,
          suggestions: [
            {
              messageId: 'endOptions',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', '--', value, other])
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the package that npx runs',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('npx', [value])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFileSync',
          },
          line: 6, column: 23, endLine: 6, endColumn: 30,
        },
      ],
    },
    {
      name: 'ssh',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  spawn('ssh', [value, 'uptime'])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'spawn',
          },
          line: 6, column: 16, endLine: 6, endColumn: 33,
        },
      ],
    },
    {
      name: 'an option begun by the code',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('tar', [\`-\${value}\`, 'a.tar'])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFileSync',
          },
          line: 6, column: 23, endLine: 6, endColumn: 45,
        },
      ],
    },
    {
      name: 'an absolute program',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('/usr/bin/curl', [value])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFileSync',
          },
          line: 6, column: 33, endLine: 6, endColumn: 40,
        },
      ],
    },
    {
      name: 'all arguments',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { values: z.array(z.string()) }, async ({ values }) => {
  execFileSync('kubectl', values)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`values[]`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFileSync',
          },
          line: 6, column: 27, endLine: 6, endColumn: 33,
        },
      ],
    },
    {
      name: 'a list that grows',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const list = ['log']
  list.push(value)
  execFileSync('git', list)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFileSync',
          },
          line: 8, column: 23, endLine: 8, endColumn: 27,
        },
      ],
    },
    {
      name: 'simple-git',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { simpleGit } from 'simple-git'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await simpleGit().clone(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'clone',
          },
          line: 6, column: 27, endLine: 6, endColumn: 32,
        },
      ],
    },
    {
      name: 'rg, whose marker follows fixed options',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('rg', ['--json', '--hidden', 'TODO', value])
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'becomes',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:5)',
            sink: '',
            route: 'execFileSync',
          },
          line: 6, column: 22, endLine: 6, endColumn: 59,
          suggestions: [
            {
              messageId: 'endOptions',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('rg', ['--json', '--hidden', 'TODO', '--', value])
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
  ],
})
