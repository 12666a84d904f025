import rule from '../../src/rules/no-shell-option.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester().run('no-shell-option', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: `import { spawn } from 'node:child_process'
export const build = (target) => spawn('make', [target], { shell: true })`,
    },
  ],
  invalid: [],
})

ruleTester({ languageOptions: { sourceType: 'commonjs' } }).run('no-shell-option', rule, {
  valid: [],
  invalid: [
    {
      name: 'compiled interop',
      code: `"use strict";
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
const child_process_1 = require("child_process");
const config_js_1 = require("./config.js");
const server = new mcp_js_1.McpServer({ name: "build", version: "1.0.0" });
(0, child_process_1.spawn)("make", [config_js_1.target], { shell: true, stdio: "inherit" });`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'child_process_1.spawn' },
          line: 6, column: 60, endLine: 6, endColumn: 71,
          suggestions: [{
            messageId: 'dropShell',
            output: `"use strict";
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
const child_process_1 = require("child_process");
const config_js_1 = require("./config.js");
const server = new mcp_js_1.McpServer({ name: "build", version: "1.0.0" });
(0, child_process_1.spawn)("make", [config_js_1.target], { stdio: "inherit" });`,
          }],
        }],
    },
  ],
})

ruleTester({ typescript: true }).run('no-shell-option', rule, {
  valid: [
    {
      name: 'no option',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFile, spawn, spawnSync } from 'node:child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('make', [target])
spawn('make', [target], { cwd: 'project' })
spawnSync('make', [target], { shell: false })
execFile('make', [target], { shell: undefined })`,
    },
    {
      name: 'constant programs and arguments',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn, spawnSync } from 'node:child_process'
const SCRIPT = 'build'
const ARGUMENTS = ['run', SCRIPT]
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('npm', ['run', 'build'], { shell: true })
spawn('npm', ['run', \`\${SCRIPT}:all\`], { shell: true })
spawn('npm', ARGUMENTS, { shell: true })
spawnSync('make | tail -5', { shell: '/bin/bash' })`,
    },
    {
      name: 'an empty text is no shell',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('make', [target], { shell: '' })`,
    },
    {
      name: 'a shell on one platform, for the command files of npm',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { script } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('npm', ['run', script], { shell: process.platform === 'win32' })`,
    },
    {
      name: 'input that reaches the shell: no-command-injection tells it',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('build', { target: z.string() }, async ({ target }) => {
  const child = spawn('make', [target], { shell: true })
  return { content: [{ type: 'text', text: \`\${child.pid}\` }] }
})`,
    },
    {
      name: 'a function of another module',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from './spawn.js'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('make', [target], { shell: true })`,
    },
    {
      name: 'half a call',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
export const start = (...all: [string, string[]]) => {
  spawn(...all)
  spawn('make')
  spawn('make', {})
}`,
    },
  ],
  invalid: [
    {
      name: 'a value of the configuration in the list',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('make', [target], { cwd: 'project', shell: true })`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'spawn' },
          line: 5, column: 43, endLine: 5, endColumn: 54,
          suggestions: [{
            messageId: 'dropShell',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('make', [target], { cwd: 'project' })`,
          }],
        }],
    },
    {
      name: 'the only option',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawnSync } from 'node:child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawnSync('make', [target], { shell: true })`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'spawnSync' },
          line: 5, column: 31, endLine: 5, endColumn: 42,
          suggestions: [{
            messageId: 'dropShell',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawnSync } from 'node:child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawnSync('make', [target])`,
          }],
        }],
    },
    {
      name: 'a shell by its path, and a callback',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as cp from 'child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
cp.execFile('make', [target], { shell: '/bin/bash', timeout: 1000 }, (error) => { if (error) throw error })`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'cp.execFile' },
          line: 5, column: 33, endLine: 5, endColumn: 51,
          suggestions: [{
            messageId: 'dropShell',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as cp from 'child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
cp.execFile('make', [target], { timeout: 1000 }, (error) => { if (error) throw error })`,
          }],
        }],
    },
    {
      name: 'a shell whose quoting the list was not written for',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { folder } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('Get-ChildItem', [folder], { shell: 'powershell.exe' })`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'spawn' },
          line: 5, column: 36, endLine: 5, endColumn: 59,
        }],
    },
    {
      name: 'a program that only a shell knows',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { script } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('npx', [script], { shell: true })`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'spawn' },
          line: 5, column: 26, endLine: 5, endColumn: 37,
        }],
    },
    {
      name: 'options in a variable',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { target } from './config.js'
const OPTIONS = { cwd: 'project', shell: true }
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('make', [target], OPTIONS)`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'spawn' },
          line: 6, column: 25, endLine: 6, endColumn: 32,
          suggestions: [{
            messageId: 'dropShell',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { target } from './config.js'
const OPTIONS = { cwd: 'project' }
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('make', [target], OPTIONS)`,
          }],
        }],
    },
    {
      name: 'a whole command line',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn(\`make \${target}\`, { shell: true })`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'spawn' },
          line: 5, column: 27, endLine: 5, endColumn: 38,
          suggestions: [{
            messageId: 'dropShell',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn('make', [String(target)])`,
          }],
        }],
    },
    {
      name: 'a program from the configuration',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { compiler } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn(compiler, ['--version'], { shell: true })`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'spawn' },
          line: 5, column: 34, endLine: 5, endColumn: 45,
        }],
    },
    {
      name: 'a list that is filled later',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
const list = ['-j4']
list.push(target)
spawn('make', list, { shell: true })`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'spawn' },
          line: 7, column: 23, endLine: 7, endColumn: 34,
          suggestions: [{
            messageId: 'dropShell',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
const list = ['-j4']
list.push(target)
spawn('make', list)`,
          }],
        }],
    },
    {
      name: 'promisified',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { target } from './config.js'
const run = promisify(execFile)
export const server = new McpServer({ name: 'build', version: '1.0.0' })
await run('make', [target], { shell: true })`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'run' },
          line: 7, column: 31, endLine: 7, endColumn: 42,
        }],
    },
    {
      name: 'cross-spawn and execa',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import spawn from 'cross-spawn'
import { execa, execaCommand } from 'execa'
import { target } from './config.js'
export const server = new McpServer({ name: 'build', version: '1.0.0' })
spawn.sync('make', [target], { shell: true })
await execa('make', [target], { shell: true })
await execaCommand(\`make \${target}\`, { shell: true })`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'spawn.sync' },
          line: 6, column: 32, endLine: 6, endColumn: 43,
        }, {
          messageId: 'shell',
          data: { sink: 'execa' },
          line: 7, column: 33, endLine: 7, endColumn: 44,
        }, {
          messageId: 'shell',
          data: { sink: 'execaCommand' },
          line: 8, column: 40, endLine: 8, endColumn: 51,
        }],
    },
    {
      name: 'input that was checked',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('build', { target: z.enum(['all', 'clean']) }, async ({ target }) => {
  const child = spawn('make', [target], { shell: true })
  return { content: [{ type: 'text', text: \`\${child.pid}\` }] }
})`,
      output: null,
      errors: [{
          messageId: 'shell',
          data: { sink: 'spawn' },
          line: 6, column: 43, endLine: 6, endColumn: 54,
          suggestions: [{
            messageId: 'dropShell',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('build', { target: z.enum(['all', 'clean']) }, async ({ target }) => {
  const child = spawn('make', [target])
  return { content: [{ type: 'text', text: \`\${child.pid}\` }] }
})`,
          }],
        }],
    },
  ],
})
