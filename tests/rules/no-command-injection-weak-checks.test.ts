import rule from '../../src/rules/no-command-injection.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-command-injection', rule, {
  valid: [],
  invalid: [
    {
      name: 'fields that a schema describes but does not narrow',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
const shape = { url: z.string().url(), mail: z.string().email(), ref: z.string().min(1).max(50) }
server.tool('open', shape, async ({ url, mail, ref }) => {
  const first = execSync(\`curl \${url}\`).toString()
  const second = execSync(\`git log --author \${mail}\`).toString()
  const third = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text: first + second + third }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`url`', registration: 'tool open (server.ts:6)', sink: 'execSync', route: '' },
          line: 7, column: 26, endLine: 7, endColumn: 39,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync, execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
const shape = { url: z.string().url(), mail: z.string().email(), ref: z.string().min(1).max(50) }
server.tool('open', shape, async ({ url, mail, ref }) => {
  const first = execFileSync('curl', [url]).toString()
  const second = execSync(\`git log --author \${mail}\`).toString()
  const third = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text: first + second + third }] }
})`,
          }],
        }, {
          messageId: 'reaches',
          data: { source: '`mail`', registration: 'tool open (server.ts:6)', sink: 'execSync', route: '' },
          line: 8, column: 27, endLine: 8, endColumn: 53,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync, execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
const shape = { url: z.string().url(), mail: z.string().email(), ref: z.string().min(1).max(50) }
server.tool('open', shape, async ({ url, mail, ref }) => {
  const first = execSync(\`curl \${url}\`).toString()
  const second = execFileSync('git', ['log', '--author', mail]).toString()
  const third = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text: first + second + third }] }
})`,
          }],
        }, {
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool open (server.ts:6)', sink: 'execSync', route: '' },
          line: 9, column: 26, endLine: 9, endColumn: 42,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync, execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
const shape = { url: z.string().url(), mail: z.string().email(), ref: z.string().min(1).max(50) }
server.tool('open', shape, async ({ url, mail, ref }) => {
  const first = execSync(\`curl \${url}\`).toString()
  const second = execSync(\`git log --author \${mail}\`).toString()
  const third = execFileSync('git', ['log', ref]).toString()
  return { content: [{ type: 'text', text: first + second + third }] }
})`,
          }],
        }],
    },
    {
      name: 'a field with an unanchored pattern',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string().regex(/[\\w-]+/) }, async ({ ref }) => {
  const text = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool log (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 25, endLine: 6, endColumn: 41,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string().regex(/[\\w-]+/) }, async ({ ref }) => {
  const text = execFileSync('git', ['log', ref]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'a schema that nothing enforces',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync } from 'node:child_process'
const server = new Server({ name: 'log', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'log', inputSchema: { type: 'object', properties: { level: { enum: ['debug', 'info'] } } } }],
}))
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  if (request.params.name !== 'log') throw new Error('Unknown tool')
  const { level } = request.params.arguments as { level: 'debug' | 'info' }
  return { content: [{ type: 'text', text: execSync(\`journal -p \${level}\`).toString() }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`level`', registration: 'tool log (server.ts:8)', sink: 'execSync', route: '' },
          line: 11, column: 53, endLine: 11, endColumn: 74,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execFileSync } from 'node:child_process'
const server = new Server({ name: 'log', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'log', inputSchema: { type: 'object', properties: { level: { enum: ['debug', 'info'] } } } }],
}))
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  if (request.params.name !== 'log') throw new Error('Unknown tool')
  const { level } = request.params.arguments as { level: 'debug' | 'info' }
  return { content: [{ type: 'text', text: execFileSync('journal', ['-p', level]).toString() }] }
})`,
          }],
        }],
    },
    {
      name: 'some metacharacters removed',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  const safe = ref.replace(/[;&|]/g, '')
  return { content: [{ type: 'text', text: execSync(\`git log \${safe}\`).toString() }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool log (server.ts:5)', sink: 'execSync', route: '' },
          line: 7, column: 53, endLine: 7, endColumn: 70,
        }],
    },
    {
      name: 'a deny-list that forgets the newline',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  if (/[;&|\`$<>(){}[\\]*?#!'"\\\\%^]/.test(ref)) throw new Error('Not a ref')
  const text = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool log (server.ts:5)', sink: 'execSync', route: '' },
          line: 7, column: 25, endLine: 7, endColumn: 41,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  if (/[;&|\`$<>(){}[\\]*?#!'"\\\\%^]/.test(ref)) throw new Error('Not a ref')
  const text = execFileSync('git', ['log', ref]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'double quotes escaped',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('commit', { message: z.string() }, async ({ message }) => {
  const escaped = message.replace(/"/g, '\\\\"')
  const text = execSync(\`git commit -m "\${escaped}"\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`message`', registration: 'tool commit (server.ts:5)', sink: 'execSync', route: '' },
          line: 7, column: 25, endLine: 7, endColumn: 53,
        }],
    },
    {
      name: 'single quotes escaped, between double quotes',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('commit', { message: z.string() }, async ({ message }) => {
  const escaped = message.replace(/'/g, \`'\\\\''\`)
  const text = execSync(\`git commit -m "\${escaped}"\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`message`', registration: 'tool commit (server.ts:5)', sink: 'execSync', route: '' },
          line: 7, column: 25, endLine: 7, endColumn: 53,
        }],
    },
    {
      name: 'only the first single quote escaped',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('commit', { message: z.string() }, async ({ message }) => {
  const escaped = message.replace("'", \`'\\\\''\`)
  const text = execSync(\`git commit -m '\${escaped}'\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`message`', registration: 'tool commit (server.ts:5)', sink: 'execSync', route: '' },
          line: 7, column: 25, endLine: 7, endColumn: 53,
        }],
    },
    {
      name: 'a check after the command',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  const text = execSync(\`git log \${ref}\`).toString()
  if (!/^[\\w/-]+$/.test(ref)) throw new Error('Not a ref')
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool log (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 25, endLine: 6, endColumn: 41,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  const text = execFileSync('git', ['log', ref]).toString()
  if (!/^[\\w/-]+$/.test(ref)) throw new Error('Not a ref')
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'a check of another value',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('diff', { from: z.string(), to: z.string() }, async ({ from, to }) => {
  if (!/^[\\w/-]+$/.test(from)) throw new Error('Not a ref')
  const text = execSync(\`git diff \${from} \${to}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`to`', registration: 'tool diff (server.ts:5)', sink: 'execSync', route: '' },
          line: 7, column: 25, endLine: 7, endColumn: 49,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('diff', { from: z.string(), to: z.string() }, async ({ from, to }) => {
  if (!/^[\\w/-]+$/.test(from)) throw new Error('Not a ref')
  const text = execFileSync('git', ['diff', from, to]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'a check whose result is dropped',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const isRef = (ref: string): boolean => /^[\\w/-]+$/.test(ref)
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  isRef(ref)
  const text = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool log (server.ts:6)', sink: 'execSync', route: '' },
          line: 8, column: 25, endLine: 8, endColumn: 41,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
const isRef = (ref: string): boolean => /^[\\w/-]+$/.test(ref)
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  isRef(ref)
  const text = execFileSync('git', ['log', ref]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'a check that only writes to the log',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const BRANCHES = ['main', 'next']
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  if (!BRANCHES.includes(ref)) console.error('Unknown branch')
  const text = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool log (server.ts:6)', sink: 'execSync', route: '' },
          line: 8, column: 25, endLine: 8, endColumn: 41,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
const BRANCHES = ['main', 'next']
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  if (!BRANCHES.includes(ref)) console.error('Unknown branch')
  const text = execFileSync('git', ['log', ref]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'a check the wrong way round',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const BRANCHES = ['main', 'next']
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  if (BRANCHES.includes(ref)) throw new Error('Known branch')
  const text = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool log (server.ts:6)', sink: 'execSync', route: '' },
          line: 8, column: 25, endLine: 8, endColumn: 41,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
const BRANCHES = ['main', 'next']
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  if (BRANCHES.includes(ref)) throw new Error('Known branch')
  const text = execFileSync('git', ['log', ref]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'one element of a list is checked, not all',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('add', { files: z.array(z.string()) }, async ({ files }) => {
  if (!files.some((file) => /^[\\w./-]+$/.test(file))) throw new Error('Not a file')
  const text = execSync(\`git add \${files.join(' ')}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`files[]`', registration: 'tool add (server.ts:5)', sink: 'execSync', route: '' },
          line: 7, column: 25, endLine: 7, endColumn: 53,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('add', { files: z.array(z.string()) }, async ({ files }) => {
  if (!files.some((file) => /^[\\w./-]+$/.test(file))) throw new Error('Not a file')
  const text = execFileSync('git', ['add', ...files]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'an allow-list that the client fills',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string(), allowed: z.array(z.string()) }, async ({ ref, allowed }) => {
  if (!allowed.includes(ref)) throw new Error('Not allowed')
  const text = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool log (server.ts:5)', sink: 'execSync', route: '' },
          line: 7, column: 25, endLine: 7, endColumn: 41,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string(), allowed: z.array(z.string()) }, async ({ ref, allowed }) => {
  if (!allowed.includes(ref)) throw new Error('Not allowed')
  const text = execFileSync('git', ['log', ref]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'a table that falls back on the value itself',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const BRANCHES: Record<string, string> = { main: 'refs/heads/main', next: 'refs/heads/next' }
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  const text = execSync(\`git log \${BRANCHES[ref] ?? ref}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool log (server.ts:6)', sink: 'execSync', route: '' },
          line: 7, column: 25, endLine: 7, endColumn: 58,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
const BRANCHES: Record<string, string> = { main: 'refs/heads/main', next: 'refs/heads/next' }
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  const text = execFileSync('git', ['log', String(BRANCHES[ref] ?? ref)]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'a check that an error path skips',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
function assertRef(ref: string): void {
  if (!/^[\\w/-]+$/.test(ref)) throw new Error('Not a ref')
}
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  try {
    assertRef(ref)
  } catch (error) {
    console.error(error)
  }
  const text = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool log (server.ts:8)', sink: 'execSync', route: '' },
          line: 14, column: 25, endLine: 14, endColumn: 41,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
function assertRef(ref: string): void {
  if (!/^[\\w/-]+$/.test(ref)) throw new Error('Not a ref')
}
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  try {
    assertRef(ref)
  } catch (error) {
    console.error(error)
  }
  const text = execFileSync('git', ['log', ref]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'a pattern whose anchors hold for one line only',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  if (!/^[\\w/-]+$/m.test(ref)) throw new Error('Not a ref')
  const text = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool log (server.ts:5)', sink: 'execSync', route: '' },
          line: 7, column: 25, endLine: 7, endColumn: 41,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  if (!/^[\\w/-]+$/m.test(ref)) throw new Error('Not a ref')
  const text = execFileSync('git', ['log', ref]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
  ],
})
