import rule from '../../src/rules/no-broad-root.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-broad-root', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: `import path from 'node:path'
import os from 'node:os'
export const inside = (file: string) => path.resolve(file).startsWith(os.homedir() + path.sep)`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'a folder of its own',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import path from 'node:path'
import os from 'node:os'
const ROOT = path.join(os.homedir(), 'notes')
export const inside = (file: string) => path.resolve(file).startsWith(ROOT + path.sep)`,
    },
    {
      name: 'a question of the kind of path',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import path from 'node:path'
export const isAbsolute = (file: string) => path.normalize(file).startsWith('/')`,
    },
    {
      name: 'configured folders',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const ALLOWED_DIRS = process.argv.slice(2)
export { ALLOWED_DIRS }`,
    },
    {
      name: 'a relative way to the home folder is shown',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import path from 'node:path'
const rootDir = ['src', 'docs']
export { rootDir, path }`,
    },
  ],
  invalid: [
    {
      name: 'the home folder',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import path from 'node:path'
import os from 'node:os'
const ROOT = os.homedir()
export const inside = (file: string) => path.resolve(file).startsWith(ROOT + path.sep)`,
      output: null,
      errors: [
        {
          messageId: 'broad',
          data: {
            root: '`ROOT + path.sep`',
            what: 'the home folder',
          },
          line: 5, column: 71, endLine: 5, endColumn: 86,
        },
      ],
    },
    {
      name: 'the environment',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import path from 'node:path'
export const way = (file: string) => path.relative(process.env.HOME ?? '/', path.resolve(file))`,
      output: null,
      errors: [
        {
          messageId: 'broad',
          data: {
            root: '`process.env.HOME ?? \'/\'`',
            what: 'the home folder',
          },
          line: 3, column: 52, endLine: 3, endColumn: 75,
        },
      ],
    },
    {
      name: 'a list of everything',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
export const allowedDirectories = ['/']`,
      output: null,
      errors: [
        {
          messageId: 'broad',
          data: {
            root: '`\'/\'`',
            what: 'the whole file system',
          },
          line: 2, column: 36, endLine: 2, endColumn: 39,
        },
      ],
    },
    {
      name: 'a default',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import path from 'node:path'
import os from 'node:os'
const ROOT = process.env.NOTES_DIR || os.homedir()
export const inside = (file: string) => !path.relative(ROOT, file).startsWith('..')`,
      output: null,
      errors: [
        {
          messageId: 'broad',
          data: {
            root: '`ROOT`',
            what: 'the home folder',
          },
          line: 5, column: 56, endLine: 5, endColumn: 60,
        },
      ],
    },
  ],
})
