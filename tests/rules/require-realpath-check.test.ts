import rule from '../../src/rules/require-realpath-check.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('require-realpath-check', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: `import path from 'node:path'
const ROOT = path.resolve('notes')
export function check(name: string) {
  const file = path.resolve(ROOT, name)
  if (!file.startsWith(ROOT + path.sep)) throw new Error('outside')
  return file
}`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'the real path is checked',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import fs from 'node:fs'
import path from 'node:path'
const ROOT = fs.realpathSync('notes')
export function check(name: string) {
  const file = fs.realpathSync(path.resolve(ROOT, name))
  if (!file.startsWith(ROOT + path.sep)) throw new Error('outside')
  return file
}`,
    },
    {
      name: 'only a missing file is let through',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import fs from 'node:fs'
export function real(file: string) {
  try {
    return fs.realpathSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return file
    throw error
  }
}`,
    },
    {
      name: 'a file that only compares',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import path from 'node:path'
export const isInside = (file: string, root: string) => path.resolve(file).startsWith(path.resolve(root) + path.sep)`,
    },
    {
      name: 'a refused folder',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import fs from 'node:fs'
import path from 'node:path'
export function read(name: string) {
  const file = path.resolve(name)
  if (file.startsWith('/etc/')) throw new Error('system')
  return fs.readFileSync(file)
}`,
    },
    {
      name: 'a real path for other ends',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import fs from 'node:fs'
export function real(file: string) {
  try {
    return fs.realpathSync(file)
  } catch {
    return file
  }
}`,
    },
    {
      name: 'no path',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
export function check(url: string) {
  if (!url.startsWith('https://')) throw new Error('scheme')
}`,
    },
  ],
  invalid: [
    {
      name: 'as it is written',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import fs from 'node:fs'
import path from 'node:path'
const ROOT = path.resolve('notes')
export function check(name: string) {
  const file = path.resolve(ROOT, name)
  if (!file.startsWith(ROOT + path.sep)) throw new Error('outside')
  return fs.readFileSync(file)
}`,
      output: null,
      errors: [
        {
          messageId: 'lexical',
          data: {
            path: 'file',
          },
          line: 7, column: 8, endLine: 7, endColumn: 40,
        },
      ],
    },
    {
      name: 'a comment that speaks of links',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import fs from 'node:fs'
import path from 'node:path'
const ROOT = path.resolve('notes')
export function read(name: string) {
  const file = path.resolve(ROOT, name)
  // No realpath here: nobody makes links.
  if (!file.startsWith(ROOT + path.sep)) throw new Error('outside')
  return fs.readFileSync(file)
}`,
      output: null,
      errors: [
        {
          messageId: 'lexical',
          data: {
            path: 'file',
          },
          line: 8, column: 8, endLine: 8, endColumn: 40,
        },
      ],
    },
    {
      name: 'whatever the error',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import fs from 'node:fs/promises'
export async function real(file: string) {
  try {
    const found = await fs.realpath(file)
    if (!found.startsWith('/srv/notes/')) throw new Error('outside')
    return found
  } catch {
    return file
  }
}`,
      output: null,
      errors: [
        {
          messageId: 'fallback',
          data: {
            path: 'file',
          },
          line: 9, column: 5, endLine: 9, endColumn: 16,
        },
      ],
    },
  ],
})
