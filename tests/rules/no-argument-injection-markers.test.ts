import rule from '../../src/rules/no-argument-injection.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-argument-injection: the marker that ends the options', rule, {
  valid: [
    {
      name: 'behind the marker and an option without a value',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string() }, async ({ value }) => {
  execFileSync('git', ['log', '--oneline', '--end-of-options', value])
  return { content: [] }
})`,
    },
    {
      name: 'the value of an option that takes one',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string() }, async ({ value }) => {
  execFileSync('git', ['log', '--author', value])
  return { content: [] }
})`,
    },
    {
      name: 'behind the marker, where pull is no subcommand',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string() }, async ({ value }) => {
  execFileSync('git', ['fetch', 'pull', '--', value])
  return { content: [] }
})`,
    },
  ],
  invalid: [
    {
      name: 'git pull hands on what stands behind the marker',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string() }, async ({ value }) => {
  execFileSync('git', ['-C', 'notes', 'pull', '--quiet', '--', value])
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
          line: 6, column: 23, endLine: 6, endColumn: 70,
          suggestions: [],
        },
      ],
    },
    {
      name: 'behind an option without a value',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['log', '--oneline', value])
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
          line: 6, column: 23, endLine: 6, endColumn: 50,
          suggestions: [
            {
              messageId: 'endRevisionOptions',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['log', '--oneline', '--end-of-options', value])
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'before the paths, in a constant',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const args = ['diff', '--unified=0', value, '--', other]
  execFileSync('git', args)
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
          line: 7, column: 23, endLine: 7, endColumn: 27,
          suggestions: [
            {
              messageId: 'endRevisionOptions',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const args = ['diff', '--unified=0', '--end-of-options', value, '--', other]
  execFileSync('git', args)
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'behind global options and an option with its value',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const GIT = 'git'
  execFileSync(GIT, ['-C', other, 'clone', '--branch', other, value])
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
          line: 7, column: 21, endLine: 7, endColumn: 69,
          suggestions: [
            {
              messageId: 'endOptions',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  const GIT = 'git'
  execFileSync(GIT, ['-C', other, 'clone', '--branch', other, '--', value])
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'behind an option that is put together',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', \`--depth=\${other}\`, value])
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
          line: 6, column: 23, endLine: 6, endColumn: 59,
          suggestions: [
            {
              messageId: 'endOptions',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', \`--depth=\${other}\`, '--', value])
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'curl',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('curl', ['-s', value])
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
          line: 6, column: 24, endLine: 6, endColumn: 37,
          suggestions: [
            {
              messageId: 'endOptions',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('curl', ['-s', '--', value])
  return { content: [] }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'an option behind the value',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', value, '--quiet'])
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
          line: 6, column: 23, endLine: 6, endColumn: 50,
        },
      ],
    },
    {
      name: 'an option that depends',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['add', value, other ? '--force' : '.'])
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
          line: 6, column: 23, endLine: 6, endColumn: 62,
        },
      ],
    },
    {
      name: 'an option from a function',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['add', value, flagFor(other)])
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
          line: 6, column: 23, endLine: 6, endColumn: 53,
        },
      ],
    },
    {
      name: 'what others put into the list',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['clone', value, ...extra])
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
          line: 6, column: 23, endLine: 6, endColumn: 49,
        },
      ],
    },
    {
      name: 'git pull hands its operands on',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['pull', value])
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
          line: 6, column: 23, endLine: 6, endColumn: 38,
        },
      ],
    },
    {
      name: 'a subcommand that nothing is known of',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { execFileSync, spawn } from 'node:child_process'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  execFileSync('git', ['worktree', 'add', value])
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
          line: 6, column: 23, endLine: 6, endColumn: 49,
        },
      ],
    },
  ],
})
