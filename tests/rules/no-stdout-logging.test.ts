import rule from '../../src/rules/no-stdout-logging.ts'
import { ruleTester } from '../support/rule-tester.ts'

const STDIO = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.tool('now', async () => ({ content: [] }))
await server.connect(new StdioServerTransport())
`
const FASTMCP = `import { FastMCP } from 'fastmcp'
const server = new FastMCP({ name: 'notes', version: '1.0.0' })
server.addTool({ name: 'now', description: 'Tells the time.', execute: async () => '' })
`

ruleTester({ typescript: true }).run('no-stdout-logging', rule, {
  valid: [
    {
      name: 'on standard error',
      code: `${STDIO}console.error('ready')
console.warn('slow')
process.stderr.write('ready')`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'a level that may be set to tell nothing',
      code: `${STDIO}class Logger {
  info(text) { if (this.level >= 2) console.log(text) }
}
new Logger().info('ready')`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'a condition that another line gives its meaning',
      code: `${STDIO}class Logger {
  shouldLog =
    process.env.CLOUD === 'true' ||
    process.env.HTTP_SERVER === 'true'
  info(text) { if (this.shouldLog) console.log(text) }
}
new Logger().info('ready')`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'nothing at all, to flush what is there',
      code: `${STDIO}process.stdout.write('', () => process.exit(0))`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'what is asked to go there',
      code: `${STDIO}function print(output, config) { if (config.output.stdout) process.stdout.write(output) }
print('done', {})`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'a server over HTTP',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.tool('now', async () => ({ content: [] }))
console.log('ready')`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'sent elsewhere',
      code: `${STDIO}console.log = (...values) => console.error(...values)
console.log('ready')`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'a command that leaves the process',
      code: `${STDIO}if (process.argv.includes('--help')) console.log('notes [folder]')
function fail() {
  console.log('No folder')
  process.exit(1)
}`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'in the HTTP server of the package',
      code: `${STDIO}import { createServer } from 'node:http'
const startHttp = () => createServer().listen(3000, () => { console.log('listening') })
server.close = () => app.listen(3000, () => console.info('listening'))`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'another console',
      code: `${STDIO}import { console } from './console.js'
console.log('ready')`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'a message of the protocol',
      code: `${STDIO}process.stdout.write(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/message' }) + '\\n')`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'a program whose output is read',
      code: `${STDIO}import { spawn } from 'node:child_process'
spawn('git', ['log'], { stdio: ['ignore', 'pipe', 'inherit'] })`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'FastMCP over HTTP',
      code: `${FASTMCP}server.start({ transportType: 'httpStream', httpStream: { port: 3000 } })
console.log('ready')`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'loggers on standard error',
      code: `${STDIO}import pino from 'pino'
import winston from 'winston'
import { consola } from 'consola'
export const loggers = [
  pino({ level: 'info' }, pino.destination(2)), pino(process.stderr), pino({ level: 'silent' }), pino(settings),
  pino({ transport: { target: 'pino-pretty', options: { destination: 2 } } }),
  new winston.transports.Console({ stderrLevels: ['info'] }), new winston.transports.File({ filename: 'log' }),
]
consola.warn('slow')`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'what writes to standard error, and a reference that is kept',
      code: `${STDIO}console.trace('here')
console.assert(true, 'here')
const write = console.log
export { write }`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'code of a library in a bundle',
      code: `${STDIO}//#region node_modules/left/index.js
function left() { console.log('left') }
//#endregion
export { left }`,
      filename: '/no-package/server.ts',
    },
  ],
  invalid: [
    {
      name: 'each method',
      code: `${STDIO}console.log('a')
console.info('b')
console.debug('c')
console.dir({ d: 1 })
console['log']('e')`,
      filename: '/no-package/server.ts',
      output: `${STDIO}console.error('a')
console.error('b')
console.error('c')
console.error({ d: 1 })
console['error']('e')`,
      errors: [
        {
          messageId: 'log',
          data: { callee: 'console.log' },
          line: 6, column: 1, endLine: 6, endColumn: 12,
        },
        {
          messageId: 'log',
          data: { callee: 'console.info' },
          line: 7, column: 1, endLine: 7, endColumn: 13,
        },
        {
          messageId: 'log',
          data: { callee: 'console.debug' },
          line: 8, column: 1, endLine: 8, endColumn: 14,
        },
        {
          messageId: 'log',
          data: { callee: 'console.dir' },
          line: 9, column: 1, endLine: 9, endColumn: 12,
        },
        {
          messageId: 'log',
          data: { callee: 'console[\'log\']' },
          line: 10, column: 1, endLine: 10, endColumn: 15,
        },
      ],
    },
    {
      name: 'what standard error writes otherwise',
      code: `${STDIO}console.table([1])
console.dir({ a: 1 }, { depth: 2 })`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'log',
          data: { callee: 'console.table' },
          line: 6, column: 1, endLine: 6, endColumn: 14,
        },
        {
          messageId: 'log',
          data: { callee: 'console.dir' },
          line: 7, column: 1, endLine: 7, endColumn: 12,
        },
      ],
    },
    {
      name: 'the stream itself',
      code: `${STDIO}process.stdout.write('ready')`,
      filename: '/no-package/server.ts',
      output: `${STDIO}process.stderr.write('ready')`,
      errors: [
        {
          messageId: 'log',
          data: { callee: 'process.stdout.write' },
          line: 6, column: 1, endLine: 6, endColumn: 21,
        },
      ],
    },
    {
      name: 'in a handler',
      code: `${STDIO}server.tool('read', async () => {
  console.log('reading')
  return { content: [] }
})`,
      filename: '/no-package/server.ts',
      output: `${STDIO}server.tool('read', async () => {
  console.error('reading')
  return { content: [] }
})`,
      errors: [
        {
          messageId: 'log',
          data: { callee: 'console.log' },
          line: 7, column: 3, endLine: 7, endColumn: 14,
        },
      ],
    },
    {
      name: 'a program that inherits it',
      code: `${STDIO}import { execSync, spawn } from 'node:child_process'
spawn('make', ['all'], { stdio: 'inherit' })
execSync('make', { stdio: ['ignore', 'inherit', 'inherit'] })`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'inherits',
          data: { callee: 'spawn' },
          line: 7, column: 26, endLine: 7, endColumn: 42,
        },
        {
          messageId: 'inherits',
          data: { callee: 'execSync' },
          line: 8, column: 20, endLine: 8, endColumn: 59,
        },
      ],
    },
    {
      name: 'by an option elsewhere, and of another library',
      code: `${STDIO}import { spawn } from 'node:child_process'
import { execa } from 'execa'
const options = { stdio: ['ignore', process.stdout, 'pipe'] }
spawn('make', ['all'], options)
await execa('make', ['all'], { stdout: 'inherit' })`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'inherits',
          data: { callee: 'spawn' },
          line: 8, column: 19, endLine: 8, endColumn: 60,
        },
        {
          messageId: 'inherits',
          data: { callee: 'execa' },
          line: 10, column: 32, endLine: 10, endColumn: 49,
        },
      ],
    },
    {
      name: 'without naming the transport',
      code: `${FASTMCP}server.start()
console.log('ready')`,
      filename: '/no-package/server.ts',
      output: `${FASTMCP}server.start()
console.error('ready')`,
      errors: [{
        messageId: 'log',
        data: { callee: 'console.log' },
        line: 5, column: 1, endLine: 5, endColumn: 12,
      }],
    },
    {
      name: 'by the default of mcp-framework',
      code: `import { MCPServer, MCPTool } from 'mcp-framework'
class Now extends MCPTool { name = 'now'; description = 'Tells the time.'; async execute() { return '' } }
const server = new MCPServer({ name: 'notes' })
console.info('ready')`,
      filename: '/no-package/server.ts',
      output: `import { MCPServer, MCPTool } from 'mcp-framework'
class Now extends MCPTool { name = 'now'; description = 'Tells the time.'; async execute() { return '' } }
const server = new MCPServer({ name: 'notes' })
console.error('ready')`,
      errors: [{
        messageId: 'log',
        data: { callee: 'console.info' },
        line: 4, column: 1, endLine: 4, endColumn: 13,
      }],
    },
    {
      name: 'groups, counters and timers, which error does not have',
      code: `${STDIO}console.group('a')
console.count()
console.timeEnd('b')`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'log',
          data: { callee: 'console.group' },
          line: 6, column: 1, endLine: 6, endColumn: 14,
        },
        {
          messageId: 'log',
          data: { callee: 'console.count' },
          line: 7, column: 1, endLine: 7, endColumn: 14,
        },
        {
          messageId: 'log',
          data: { callee: 'console.timeEnd' },
          line: 8, column: 1, endLine: 8, endColumn: 16,
        },
      ],
    },
    {
      name: 'as a callback',
      code: `${STDIO}fetch('https://example.com').then(console.log)`,
      filename: '/no-package/server.ts',
      output: `${STDIO}fetch('https://example.com').then(console.error)`,
      errors: [{
        messageId: 'log',
        data: { callee: 'console.log' },
        line: 6, column: 35, endLine: 6, endColumn: 46,
      }],
    },
    {
      name: 'loggers on standard output',
      code: `${STDIO}import pino from 'pino'
import winston from 'winston'
import { consola } from 'consola'
export const loggers = [pino({ level: 'info' }), new winston.transports.Console()]
consola.info('ready')`,
      filename: '/no-package/server.ts',
      output: null,
      errors: [
        {
          messageId: 'logger',
          data: { callee: 'pino' },
          line: 9, column: 25, endLine: 9, endColumn: 48,
        },
        {
          messageId: 'logger',
          data: { callee: 'winston.transports.Console' },
          line: 9, column: 50, endLine: 9, endColumn: 82,
        },
        {
          messageId: 'log',
          data: { callee: 'consola.info' },
          line: 10, column: 1, endLine: 10, endColumn: 13,
        },
      ],
    },
  ],
})
