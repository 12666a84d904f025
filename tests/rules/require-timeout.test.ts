import rule from '../../src/rules/require-timeout.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('require-timeout', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: 'export const get = (url: string) => fetch(url)',
      filename: '/no-package/server.ts',
    },
    {
      name: 'a signal',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
export const get = (signal: AbortSignal) => fetch('https://example.com', { signal })`,
    },
    {
      name: 'a timeout',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFile } from 'node:child_process'
execFile('git', ['log'], { timeout: 1000 }, () => undefined)`,
    },
    {
      name: 'options of elsewhere',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
export const get = (options: RequestInit) => fetch('https://example.com', options)`,
    },
    {
      name: 'options spread',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
export const get = (options: RequestInit) => fetch('https://example.com', { ...options, method: 'GET' })`,
    },
    {
      name: 'another fetch',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { fetch } from './fetch.js'
export const get = () => fetch('https://example.com')`,
    },
  ],
  invalid: [
    {
      name: 'fetch',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
export const get = () => fetch('https://example.com')`,
      output: null,
      errors: [
        {
          messageId: 'endless',
          data: {
            callee: 'fetch',
            option: 'signal',
          },
          line: 2, column: 26, endLine: 2, endColumn: 31,
          suggestions: [
            {
              messageId: 'addTimeout',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
export const get = () => fetch('https://example.com', { signal: AbortSignal.timeout(30_000) })`,
            },
          ],
        },
      ],
    },
    {
      name: 'fetch with options',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
export const get = () => fetch('https://example.com', { method: 'POST' })`,
      output: null,
      errors: [
        {
          messageId: 'endless',
          data: {
            callee: 'fetch',
            option: 'signal',
          },
          line: 2, column: 26, endLine: 2, endColumn: 31,
          suggestions: [
            {
              messageId: 'addTimeout',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
export const get = () => fetch('https://example.com', { signal: AbortSignal.timeout(30_000), method: 'POST' })`,
            },
          ],
        },
      ],
    },
    {
      name: 'a program',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
execFileSync('git', ['log'])`,
      output: null,
      errors: [
        {
          messageId: 'endless',
          data: {
            callee: 'execFileSync',
            option: 'timeout',
          },
          line: 3, column: 1, endLine: 3, endColumn: 13,
          suggestions: [
            {
              messageId: 'addTimeout',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
execFileSync('git', ['log'], { timeout: 30_000 })`,
            },
          ],
        },
      ],
    },
    {
      name: 'a callback in the place of the options',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { exec } from 'node:child_process'
exec('git log', () => undefined)`,
      output: null,
      errors: [
        {
          messageId: 'endless',
          data: {
            callee: 'exec',
            option: 'timeout',
          },
          line: 3, column: 1, endLine: 3, endColumn: 5,
        },
      ],
    },
    {
      name: 'axios',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import axios from 'axios'
export const get = () => axios.post('https://example.com', 'a')`,
      output: null,
      errors: [
        {
          messageId: 'endless',
          data: {
            callee: 'axios.post',
            option: 'timeout',
          },
          line: 3, column: 26, endLine: 3, endColumn: 36,
          suggestions: [
            {
              messageId: 'addTimeout',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import axios from 'axios'
export const get = () => axios.post('https://example.com', 'a', { timeout: 30_000 })`,
            },
          ],
        },
      ],
    },
  ],
})
