import rule from '../../src/rules/no-stdout-logging.ts'
import { ruleTester } from '../support/rule-tester.ts'

const STDIO = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.tool('now', async () => ({ content: [] }))
await server.connect(new StdioServerTransport())
`

ruleTester({ typescript: true }).run('no-stdout-logging', rule, {
  valid: [
    {
      name: 'on standard error',
      code: `${STDIO}console.error('ready')
console.warn('slow')
process.stderr.write('ready')`,
    },
    {
      name: 'a server over HTTP',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.tool('now', async () => ({ content: [] }))
console.log('ready')`,
    },
    {
      name: 'sent elsewhere',
      code: `${STDIO}console.log = (...values) => console.error(...values)
console.log('ready')`,
    },
    {
      name: 'a command that leaves the process',
      code: `${STDIO}if (process.argv.includes('--help')) console.log('notes [folder]')
function fail() {
  console.log('No folder')
  process.exit(1)
}`,
    },
    {
      name: 'in the HTTP server of the package',
      code: `${STDIO}import { createServer } from 'node:http'
const startHttp = () => createServer().listen(3000, () => { console.log('listening') })
server.close = () => app.listen(3000, () => console.info('listening'))`,
    },
    {
      name: 'another console',
      code: `${STDIO}import { console } from './console.js'
console.log('ready')`,
    },
    {
      name: 'a message of the protocol',
      code: `${STDIO}process.stdout.write(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/message' }) + '\\n')`,
    },
    {
      name: 'a program whose output is read',
      code: `${STDIO}import { spawn } from 'node:child_process'
spawn('git', ['log'], { stdio: ['ignore', 'pipe', 'inherit'] })`,
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
      output: null,
      errors: [
      ],
    },
    {
      name: 'what standard error writes otherwise',
      code: `${STDIO}console.table([1])
console.dir({ a: 1 }, { depth: 2 })`,
      output: null,
      errors: [
      ],
    },
    {
      name: 'the stream itself',
      code: `${STDIO}process.stdout.write('ready')`,
      output: null,
      errors: [
      ],
    },
    {
      name: 'in a handler',
      code: `${STDIO}server.tool('read', async () => {
  console.log('reading')
  return { content: [] }
})`,
      output: null,
      errors: [
      ],
    },
    {
      name: 'a program that inherits it',
      code: `${STDIO}import { execSync, spawn } from 'node:child_process'
spawn('make', ['all'], { stdio: 'inherit' })
execSync('make', { stdio: ['ignore', 'inherit', 'inherit'] })`,
      output: null,
      errors: [
      ],
    },
  ],
})
