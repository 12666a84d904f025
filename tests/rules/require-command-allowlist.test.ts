import rule from '../../src/rules/require-command-allowlist.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester().run('require-command-allowlist', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: `import { execSync } from 'node:child_process'
export const run = (command) => execSync(command)`,
    },
  ],
  invalid: [],
})

ruleTester({ languageOptions: { sourceType: 'commonjs' } }).run('require-command-allowlist', rule, {
  valid: [],
  invalid: [
    {
      name: 'compiled interop',
      code: `"use strict";
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
const child_process_1 = require("child_process");
const zod_1 = require("zod");
const server = new mcp_js_1.McpServer({ name: "run", version: "1.0.0" });
server.tool("run", { command: zod_1.z.string() }, async ({ command }) => {
    const text = (0, child_process_1.execSync)(command).toString();
    return { content: [{ type: "text", text }] };
});`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: {
            source: '`command`',
            registration: 'tool run (server.js:6)',
            sink: 'child_process_1.execSync',
            route: '',
          },
          line: 7, column: 48, endLine: 7, endColumn: 55,
        }],
    },
  ],
})

ruleTester({ typescript: true }).run('require-command-allowlist', rule, {
  valid: [
    {
      name: 'a constant program',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  const text = execFileSync('git', ['log', '--end-of-options', ref], { encoding: 'utf8' })
  return { content: [{ type: 'text', text }] }
})`,
    },
    {
      name: 'a program of the environment',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
const git = process.env.GIT_PATH ?? 'git'
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => ({
  content: [{ type: 'text', text: String(execFileSync(git, ['log', ref])) }],
}))`,
    },
    {
      name: 'input inside a shell\'s text: no-command-injection tells it',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => ({
  content: [{ type: 'text', text: String(execSync(\`git log \${ref}\`)) }],
}))`,
    },
    {
      name: 'a list of allowed programs',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
const ALLOWED = ['eslint', 'prettier']
declare const server: McpServer
server.tool('lint', { program: z.string() }, async ({ program }) => {
  if (!ALLOWED.includes(program)) throw new Error('Not allowed')
  return { content: [{ type: 'text', text: String(execFileSync(program, ['.'])) }] }
})`,
    },
    {
      name: 'a set of allowed programs, by a function',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
const ALLOWED = new Set(['eslint', 'prettier'])
function checkProgram(program: string) {
  return ALLOWED.has(program) ? { ok: true } : { ok: false }
}
declare const server: McpServer
server.tool('lint', { program: z.string() }, async ({ program }) => {
  const checked = checkProgram(program)
  if (!checked.ok) return { isError: true, content: [{ type: 'text', text: 'Not allowed' }] }
  return { content: [{ type: 'text', text: \`\${spawn(program, ['.']).pid}\` }] }
})`,
    },
    {
      name: 'an enum in the schema',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.registerTool('lint', { inputSchema: { program: z.enum(['eslint', 'prettier']) } }, async ({ program }) => {
  const text = execSync(\`\${program} .\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
    },
    {
      name: 'a table of programs',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
const PROGRAMS: Record<string, string> = { lint: 'eslint', format: 'prettier' }
declare const server: McpServer
server.tool('run', { task: z.string() }, async ({ task }) => {
  const program = PROGRAMS[task]
  if (program === undefined) throw new Error('Unknown task')
  return { content: [{ type: 'text', text: String(execFileSync(program, ['.'])) }] }
})`,
    },
    {
      name: 'a switch that picks the program',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
function programOf(task: string): string {
  switch (task) {
    case 'lint': return 'eslint'
    case 'format': return 'prettier'
    default: throw new Error('Unknown task')
  }
}
declare const server: McpServer
server.tool('run', { task: z.string() }, async ({ task }) => ({
  content: [{ type: 'text', text: String(execFileSync(programOf(task), ['.'])) }],
}))`,
    },
  ],
  invalid: [
    {
      name: 'the whole command',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { command: z.string() }, async ({ command }) => ({
  content: [{ type: 'text', text: execSync(command, { encoding: 'utf8' }) }],
}))`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`command`', registration: 'tool run (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 44, endLine: 6, endColumn: 51,
        }],
    },
    {
      name: 'the program of an argument list',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
const execFileAsync = promisify(execFile)
declare const server: McpServer
server.tool('run', { program: z.string(), args: z.array(z.string()) }, async ({ program, args }) => {
  const { stdout } = await execFileAsync(program, args)
  return { content: [{ type: 'text', text: stdout }] }
})`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`program`', registration: 'tool run (server.ts:7)', sink: 'execFileAsync', route: '' },
          line: 8, column: 42, endLine: 8, endColumn: 49,
        }],
    },
    {
      name: 'the first word of a text',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { program: z.string() }, async ({ program }) => {
  const text = execSync(\`"\${program}" --version\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`program`', registration: 'tool run (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 25, endLine: 6, endColumn: 49,
        }],
    },
    {
      name: 'a command line that is split',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { command: z.string() }, async ({ command }) => {
  const [program = '', ...rest] = command.split(' ')
  return { content: [{ type: 'text', text: \`\${spawn(program, rest).pid}\` }] }
})`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`command`', registration: 'tool run (server.ts:5)', sink: 'spawn', route: '' },
          line: 7, column: 53, endLine: 7, endColumn: 60,
        }],
    },
    {
      name: 'a script for sh -c',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { script: z.string() }, async ({ script }) => ({
  content: [{ type: 'text', text: \`\${spawn('bash', ['-c', script]).pid}\` }],
}))`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`script`', registration: 'tool run (server.ts:5)', sink: 'spawn', route: '' },
          line: 6, column: 52, endLine: 6, endColumn: 66,
        }],
    },
    {
      name: 'the whole command of spawn with a shell',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { spawn } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { command: z.string() }, async ({ command }) => {
  const child = spawn(command, { shell: true, cwd: 'project' })
  return { content: [{ type: 'text', text: \`\${child.pid}\` }] }
})`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`command`', registration: 'tool run (server.ts:5)', sink: 'spawn', route: '' },
          line: 6, column: 23, endLine: 6, endColumn: 30,
        }],
    },
    {
      name: 'a module to fork',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { fork } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { script: z.string() }, async ({ script }) => ({
  content: [{ type: 'text', text: \`\${fork(script).pid}\` }],
}))`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`script`', registration: 'tool run (server.ts:5)', sink: 'fork', route: '' },
          line: 6, column: 43, endLine: 6, endColumn: 49,
        }],
    },
    {
      name: 'a default for what the client may leave out',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync } from 'node:child_process'
const server = new Server({ name: 'test', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  if (request.params.name !== 'run_tests') throw new Error('Unknown tool')
  const command = (request.params.arguments?.command as string) || 'npm test'
  return { content: [{ type: 'text', text: execSync(command).toString() }] }
})`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`command`', registration: 'tool run_tests (server.ts:5)', sink: 'execSync', route: '' },
          line: 8, column: 53, endLine: 8, endColumn: 60,
        }],
    },
    {
      name: 'through a helper',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { exec } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
const execAsync = promisify(exec)
const runCommand = async (command: string) => (await execAsync(command, { timeout: 5000 })).stdout
declare const server: McpServer
server.tool('run', { command: z.string() }, async ({ command }) => ({
  content: [{ type: 'text', text: await runCommand(command) }],
}))`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: {
            source: '`command`',
            registration: 'tool run (server.ts:8)',
            sink: 'execAsync',
            route: ' through runCommand',
          },
          line: 6, column: 64, endLine: 6, endColumn: 71,
        }],
    },
    {
      name: 'a pattern is no list: any word may be a program',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { program: z.string().regex(/^\\w+$/) }, async ({ program }) => {
  const text = execFileSync(program, ['--version']).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`program`', registration: 'tool run (server.ts:5)', sink: 'execFileSync', route: '' },
          line: 6, column: 29, endLine: 6, endColumn: 36,
        }],
    },
    {
      name: 'a list of forbidden programs',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const FORBIDDEN = ['rm', 'dd']
declare const server: McpServer
server.tool('run', { command: z.string() }, async ({ command }) => {
  if (FORBIDDEN.includes(command)) throw new Error('Forbidden')
  return { content: [{ type: 'text', text: execSync(command).toString() }] }
})`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`command`', registration: 'tool run (server.ts:6)', sink: 'execSync', route: '' },
          line: 8, column: 53, endLine: 8, endColumn: 60,
        }],
    },
    {
      name: 'only the first word is compared',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const ALLOWED = ['git', 'ls']
declare const server: McpServer
server.tool('run', { command: z.string() }, async ({ command }) => {
  const [program = ''] = command.split(' ')
  if (!ALLOWED.includes(program)) throw new Error('Not allowed')
  return { content: [{ type: 'text', text: execSync(command).toString() }] }
})`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`command`', registration: 'tool run (server.ts:6)', sink: 'execSync', route: '' },
          line: 9, column: 53, endLine: 9, endColumn: 60,
        }],
    },
    {
      name: 'only the beginning is compared',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const ALLOWED = ['git ', 'ls ']
declare const server: McpServer
server.tool('run', { command: z.string() }, async ({ command }) => {
  if (!ALLOWED.some((prefix) => command.startsWith(prefix))) throw new Error('Not allowed')
  return { content: [{ type: 'text', text: execSync(command).toString() }] }
})`,
      output: null,
      errors: [{
          messageId: 'chooses',
          data: { source: '`command`', registration: 'tool run (server.ts:6)', sink: 'execSync', route: '' },
          line: 8, column: 53, endLine: 8, endColumn: 60,
        }],
    },
  ],
})
