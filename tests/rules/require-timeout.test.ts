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
      name: 'a promise with a timeout',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { exec } from 'node:child_process'
import { promisify } from 'node:util'
const run = promisify(exec)
export const log = () => run('git log', { timeout: 1000 })`,
    },
    {
      name: 'a promise of something else',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { readFile } from 'node:fs'
import { promisify } from 'node:util'
const read = promisify(readFile)
export const notes = () => read('notes.txt')`,
    },
    {
      name: 'another promisify',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { exec } from 'node:child_process'
import { promisify } from './promisify.js'
export const log = () => promisify(exec)('git log')`,
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
          suggestions: [
            {
              messageId: 'addTimeout',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { exec } from 'node:child_process'
exec('git log', { timeout: 30_000 }, () => undefined)`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { exec } from 'node:child_process'
import { promisify } from 'node:util'
const run = promisify(exec)
export const log = () => run('git log')`,
      output: null,
      errors: [
        {
          messageId: 'endless',
          data: {
            callee: 'run',
            option: 'timeout',
          },
          line: 5, column: 26, endLine: 5, endColumn: 29,
          suggestions: [
            {
              messageId: 'addTimeout',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { exec } from 'node:child_process'
import { promisify } from 'node:util'
const run = promisify(exec)
export const log = () => run('git log', { timeout: 30_000 })`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise that is called where it is made',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import child from 'node:child_process'
import util from 'node:util'
export const log = () => util.promisify(child.execFile)('git', ['log'], { cwd: '/srv' })`,
      output: null,
      errors: [
        {
          messageId: 'endless',
          data: {
            callee: 'util.promisify(child.execFile)',
            option: 'timeout',
          },
          line: 4, column: 26, endLine: 4, endColumn: 56,
          suggestions: [
            {
              messageId: 'addTimeout',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import child from 'node:child_process'
import util from 'node:util'
export const log = () => util.promisify(child.execFile)('git', ['log'], { timeout: 30_000, cwd: '/srv' })`,
            },
          ],
        },
      ],
    },
    {
      name: 'a promise in compiled code',
      code: `const mcp_1 = require('@modelcontextprotocol/sdk/server/mcp.js')
const child_process_1 = require('child_process')
const util_1 = require('util')
const execAsync = (0, util_1.promisify)(child_process_1.exec)
exports.log = () => execAsync('git log')`,
      output: null,
      errors: [
        {
          messageId: 'endless',
          data: {
            callee: 'execAsync',
            option: 'timeout',
          },
          line: 5, column: 21, endLine: 5, endColumn: 30,
          suggestions: [
            {
              messageId: 'addTimeout',
              output: `const mcp_1 = require('@modelcontextprotocol/sdk/server/mcp.js')
const child_process_1 = require('child_process')
const util_1 = require('util')
const execAsync = (0, util_1.promisify)(child_process_1.exec)
exports.log = () => execAsync('git log', { timeout: 30_000 })`,
            },
          ],
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
