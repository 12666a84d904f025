import rule from '../../src/rules/no-command-injection.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester().run('no-command-injection', rule, {
  valid: [
    {
      name: 'methods of other libraries that are called tool',
      code: `import { program } from 'commander'
import { execSync } from 'node:child_process'
program.tool('log', { ref: 'text' }, async ({ ref }) => execSync(\`git log \${ref}\`))
drill.tool('log', async ({ ref }) => execSync(\`git log \${ref}\`))`,
    },
    {
      name: 'a file without MCP',
      code: `import { execSync } from 'node:child_process'
export function log(ref) {
  return execSync(\`git log \${ref}\`)
}`,
    },
    {
      name: 'a program with half a call',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { exec, spawn } from 'node:child_process'
const server = new McpServer({ name: 'demo', version: '1.0.0' })
server.tool()
server.tool('log')
server.tool('log', async (...[, ...rest]) => {
  exec()
  spawn(...rest)
  spawn('git', { shell: true })
  exec(...[])
})`,
    },
  ],
  invalid: [],
})

ruleTester({ typescript: true }).run('no-command-injection', rule, {
  valid: [
    {
      name: 'arguments in a list',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, async ({ ref }) => {
  const log = execFileSync('git', ['log', '--end-of-options', ref], { encoding: 'utf8', maxBuffer: 1e7 })
  return { content: [{ type: 'text', text: log }] }
})`,
    },
    {
      name: 'spawn with a list, with the shell switched off',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('search', { text: z.string() }, async ({ text }) => {
  spawn('rg', ['--json', '-e', text], { shell: false })
})`,
    },
    {
      name: 'constant commands',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
declare const server: McpServer
const BRANCH = 'git rev-parse --abbrev-ref HEAD'
server.tool('branch', {}, async () => ({ content: [{ type: 'text', text: String(execSync(BRANCH)) }] }))`,
    },
    {
      name: 'values of the environment and of the configuration',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
const config = JSON.parse(readFileSync('config.json', 'utf8'))
declare const server: McpServer
server.tool('log', { name: z.string() }, async ({ name }) => {
  const text = execSync(\`git -C \${process.env.REPOSITORY} log \${config.branch}\`).toString()
  return { content: [{ type: 'text', text: text + name }] }
})`,
    },
    {
      name: 'another exec: of an expression, of a database, of this file',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { db } from './db.js'
declare const server: McpServer
function exec(text: string): string { return text.toUpperCase() }
server.tool('parse', { text: z.string() }, async ({ text }) => {
  const found = /^(\\w+)$/u.exec(\`-- \${text}\`)
  await db.exec(\`\${text};\`)
  return { content: [{ type: 'text', text: exec(\`ls \${text}\`) + String(found) }] }
})`,
    },
    {
      name: 'a function of the same name in a class',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
class Shell {
  exec(text: string) { return text.length }
}
const shell = new Shell()
declare const server: McpServer
server.tool('count', { text: z.string() }, async ({ text }) => ({
  content: [{ type: 'text', text: \`\${shell.exec(\`a \${text}\`)}\` }],
}))`,
    },
    {
      name: 'execa and zx without a shell of their own',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { $ as run, execa } from 'execa'
import { $ } from 'zx'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, async ({ ref }) => {
  const first = await execa('git', ['log', ref])
  const second = await run\`git show \${ref}\`
  const third = await $\`git diff \${ref}\`
  return { content: [{ type: 'text', text: \`\${first.stdout}\${second.stdout}\${third.stdout}\` }] }
})`,
    },
  ],
  invalid: [
    {
      name: 'execSync',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, async ({ ref }) => {
  const log = execSync(\`git log \${ref} --oneline\`, { encoding: 'utf8' })
  return { content: [{ type: 'text', text: log }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 24, endLine: 6, endColumn: 50,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, async ({ ref }) => {
  const log = execFileSync('git', ['log', ref, '--oneline'], { encoding: 'utf8' })
  return { content: [{ type: 'text', text: log }] }
})`,
          }],
        }],
    },
    {
      name: 'exec with a callback',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { exec } from 'child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('ping', { host: z.string() }, ({ host }) => new Promise((resolve, reject) => {
  exec(\`ping -c 1 "\${host}"\`, (error, stdout) => {
    if (error) reject(error)
    else resolve({ content: [{ type: 'text', text: stdout }] })
  });
}))`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`host`', registration: 'tool ping (server.ts:5)', sink: 'exec', route: '' },
          line: 6, column: 8, endLine: 6, endColumn: 29,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFile } from 'child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('ping', { host: z.string() }, ({ host }) => new Promise((resolve, reject) => {
  execFile('ping', ['-c', '1', host], (error, stdout) => {
    if (error) reject(error)
    else resolve({ content: [{ type: 'text', text: stdout }] })
  });
}))`,
          }],
        }],
    },
    {
      name: 'spawn with a shell',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('build', { target: z.string() }, async ({ target }) => {
  const child = spawn('make', [target], { cwd: 'project', shell: true })
  return { content: [{ type: 'text', text: \`\${child.pid}\` }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`target`', registration: 'tool build (server.ts:5)', sink: 'spawn', route: '' },
          line: 6, column: 31, endLine: 6, endColumn: 39,
          suggestions: [{
            messageId: 'dropShell',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('build', { target: z.string() }, async ({ target }) => {
  const child = spawn('make', [target], { cwd: 'project' })
  return { content: [{ type: 'text', text: \`\${child.pid}\` }] }
})`,
          }],
        }],
    },
    {
      name: 'spawnSync with a command line and a named shell',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawnSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('build', { target: z.string() }, async ({ target }) => {
  const { stdout } = spawnSync(\`make \${target} | tail -5\`, { shell: '/bin/bash' })
  return { content: [{ type: 'text', text: String(stdout) }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`target`', registration: 'tool build (server.ts:5)', sink: 'spawnSync', route: '' },
          line: 6, column: 32, endLine: 6, endColumn: 58,
        }],
    },
    {
      name: 'execFile with options in a variable',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
const execFileAsync = promisify(execFile)
const OPTIONS = { shell: true, timeout: 10_000 }
declare const server: McpServer
server.tool('build', { target: z.string() }, async ({ target }) => {
  const { stdout } = await execFileAsync('make', ['-j4', target], OPTIONS)
  return { content: [{ type: 'text', text: stdout }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`target`', registration: 'tool build (server.ts:8)', sink: 'execFileAsync', route: '' },
          line: 9, column: 50, endLine: 9, endColumn: 65,
        }],
    },
    {
      name: 'options that are spread, on one platform',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
const defaults = { cwd: 'project', shell: process.platform === 'win32' }
declare const server: McpServer
server.tool('build', { target: z.string() }, async ({ target }) => {
  const child = spawn('make', [target], { ...defaults, stdio: 'pipe' })
  return { content: [{ type: 'text', text: \`\${child.pid}\` }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`target`', registration: 'tool build (server.ts:6)', sink: 'spawn', route: '' },
          line: 7, column: 31, endLine: 7, endColumn: 39,
        }],
    },
    {
      name: 'sh -c',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFile } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('count', { file: z.string() }, async ({ file }) => {
  const child = execFile('sh', ['-c', \`wc -l < \${file}\`])
  return { content: [{ type: 'text', text: \`\${child.pid}\` }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`file`', registration: 'tool count (server.ts:5)', sink: 'execFile', route: '' },
          line: 6, column: 32, endLine: 6, endColumn: 57,
        }],
    },
    {
      name: 'bash -lc, by a path, with a list that is built',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('count', { file: z.string() }, async ({ file }) => {
  const args = ['-lc']
  args.push('wc -l ' + file)
  const child = spawn('/bin/bash', args)
  return { content: [{ type: 'text', text: \`\${child.pid}\` }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`file`', registration: 'tool count (server.ts:5)', sink: 'spawn', route: '' },
          line: 8, column: 36, endLine: 8, endColumn: 40,
        }],
    },
    {
      name: 'cmd /c with several words',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawnSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('list', { folder: z.string() }, async ({ folder }) => {
  const { stdout } = spawnSync('cmd.exe', ['/d', '/s', '/c', 'dir', folder])
  return { content: [{ type: 'text', text: String(stdout) }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`folder`', registration: 'tool list (server.ts:5)', sink: 'spawnSync', route: '' },
          line: 6, column: 43, endLine: 6, endColumn: 76,
        }],
    },
    {
      name: 'powershell -Command',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('list', { folder: z.string() }, async ({ folder }) => {
  const text = execFileSync('powershell.exe', ['-NoProfile', '-Command', \`Get-ChildItem '\${folder}'\`]).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`folder`', registration: 'tool list (server.ts:5)', sink: 'execFileSync', route: '' },
          line: 6, column: 47, endLine: 6, endColumn: 102,
        }],
    },
    {
      name: 'execa with a shell, as an option',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execa, execaCommand } from 'execa'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, async ({ ref }) => {
  const first = await execa(\`git log \${ref}\`, { shell: true })
  const second = await execaCommand(\`git show \${ref}\`, { shell: '/bin/bash' })
  return { content: [{ type: 'text', text: first.stdout + second.stdout }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:5)', sink: 'execa', route: '' },
          line: 6, column: 29, endLine: 6, endColumn: 45,
        }, {
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:5)', sink: 'execaCommand', route: '' },
          line: 7, column: 37, endLine: 7, endColumn: 54,
        }],
    },
    {
      name: 'zx inside quotes of the template',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { $ } from 'zx'
import { z } from 'zod'
declare const server: McpServer
server.tool('commit', { message: z.string() }, async ({ message }) => {
  const { stdout } = await $\`git commit -m "\${message}"\`
  return { content: [{ type: 'text', text: stdout }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`message`', registration: 'tool commit (server.ts:5)', sink: '$', route: '' },
          line: 6, column: 28, endLine: 6, endColumn: 57,
        }],
    },
    {
      name: 'shelljs',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import shell from 'shelljs'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, async ({ ref }) => {
  const { stdout } = shell.exec(\`git log \${ref}\`, { silent: true })
  return { content: [{ type: 'text', text: stdout }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:5)', sink: 'shell.exec', route: '' },
          line: 6, column: 33, endLine: 6, endColumn: 49,
        }],
    },
    {
      name: 'cross-spawn with a shell',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import spawn from 'cross-spawn'
import { z } from 'zod'
declare const server: McpServer
server.tool('build', { target: z.string() }, async ({ target }) => {
  const child = spawn('make', [target], { shell: true })
  return { content: [{ type: 'text', text: \`\${child.pid}\` }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`target`', registration: 'tool build (server.ts:5)', sink: 'spawn', route: '' },
          line: 6, column: 31, endLine: 6, endColumn: 39,
        }],
    },
  ],
})
