import rule from '../../src/rules/no-command-injection.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-command-injection', rule, {
  valid: [
    {
      name: 'fields whose schema leaves no room: enum, number, boolean, uuid, literal',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', {
  level: z.enum(['debug', 'info']), limit: z.number().int(), all: z.boolean(),
  id: z.string().uuid(), kind: z.literal('tag'),
}, async ({ level, limit, all, id, kind }) => {
  const text = execSync(\`journal -p \${level} -n \${limit} \${all} \${id} \${kind}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
    },
    {
      name: 'a field with an anchored pattern',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string().regex(/^[\\w./-]+$/) }, async ({ ref }) => {
  const text = execSync(\`git log \${ref}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
    },
    {
      name: 'a schema that a low-level handler parses with',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const LogArguments = z.object({ level: z.enum(['debug', 'info']) })
const server = new Server({ name: 'log', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { level } = LogArguments.parse(request.params.arguments)
  return { content: [{ type: 'text', text: execSync(\`journal -p \${level}\`).toString() }] }
})`,
    },
    {
      name: 'an allow-list, with throw',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const BRANCHES = ['main', 'next']
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  if (!BRANCHES.includes(ref)) throw new Error('Unknown branch')
  return { content: [{ type: 'text', text: execSync(\`git log \${ref}\`).toString() }] }
})`,
    },
    {
      name: 'a set, with return',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const BRANCHES = new Set(['main', 'next'])
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  if (!BRANCHES.has(ref)) {
    return { isError: true, content: [{ type: 'text', text: 'Unknown branch' }] }
  }
  return { content: [{ type: 'text', text: execSync(\`git log \${ref}\`).toString() }] }
})`,
    },
    {
      name: 'a pattern, with continue',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('show', { ids: z.array(z.string()) }, async ({ ids }) => {
  const content = []
  for (const id of ids) {
    if (!/^[0-9a-f]{7,40}$/.test(id)) continue
    content.push({ type: 'text' as const, text: execSync(\`git show \${id}\`).toString() })
  }
  return { content }
})`,
    },
    {
      name: 'a switch over constants',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { level: z.string() }, async ({ level }) => {
  switch (level) {
    case 'debug':
    case 'info':
      return { content: [{ type: 'text', text: execSync(\`journal -p \${level}\`).toString() }] }
    default:
      throw new Error('Unknown level')
  }
})`,
    },
    {
      name: 'a look-up in a table of constants',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const COMMANDS: Record<string, string> = { status: 'git status', log: 'git log --oneline' }
declare const server: McpServer
server.tool('git', { action: z.string() }, async ({ action }) => {
  const command = COMMANDS[action]
  if (!command) throw new Error('Unknown action')
  return { content: [{ type: 'text', text: execSync(command).toString() }] }
})`,
    },
    {
      name: 'own keys of a table',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const LEVELS = { debug: 7, info: 6 }
declare const server: McpServer
server.tool('log', { level: z.string() }, async ({ level }) => {
  if (!Object.hasOwn(LEVELS, level)) throw new Error('Unknown level')
  return { content: [{ type: 'text', text: execSync(\`journal -p \${level}\`).toString() }] }
})`,
    },
    {
      name: 'equality with constants',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { level: z.string() }, async ({ level }) => {
  const isKnown = level === 'debug' || level === 'info'
  const text = isKnown ? execSync(\`journal -p \${level}\`).toString() : 'Unknown level'
  return { content: [{ type: 'text', text }] }
})`,
    },
    {
      name: 'a function that throws unless the value is allowed',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
function assertRef(ref: string): void {
  if (!/^[\\w/-]+$/.test(ref)) throw new Error('Not a ref')
}
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  assertRef(ref)
  return { content: [{ type: 'text', text: execSync(\`git log \${ref}\`).toString() }] }
})`,
    },
    {
      name: 'a function that answers with a boolean',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const isRef = (ref: string): boolean => ref.length < 100 && /^[\\w/-]+$/.test(ref)
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  const isValid = isRef(ref)
  if (!isValid) return { isError: true, content: [{ type: 'text', text: 'Not a ref' }] }
  return { content: [{ type: 'text', text: execSync(\`git log \${ref}\`).toString() }] }
})`,
    },
    {
      name: 'a function that answers with an object',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
async function checkRef(ref: string) {
  if (!/^[\\w/-]+$/.test(ref)) return { ok: false, reason: 'Not a ref' }
  return { ok: true, reason: '' }
}
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  const { ok, reason } = await checkRef(ref)
  if (!ok) throw new Error(reason)
  return { content: [{ type: 'text', text: execSync(\`git log \${ref}\`).toString() }] }
})`,
    },
    {
      name: 'a function that returns the value it accepted',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
function toRef(text: string): string {
  const trimmed = text.trim()
  if (!/^[\\w/-]+$/.test(trimmed)) throw new Error('Not a ref')
  return trimmed
}
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => ({
  content: [{ type: 'text', text: execSync(\`git log \${toRef(ref)}\`).toString() }],
}))`,
    },
    {
      name: 'every element of a list',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('add', { files: z.array(z.string()) }, async ({ files }) => {
  if (!files.every((file) => /^[\\w./-]+$/.test(file))) throw new Error('Not a file')
  return { content: [{ type: 'text', text: execSync(\`git add \${files.join(' ')}\`).toString() }] }
})`,
    },
    {
      name: 'single quotes for a POSIX shell, complete',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { author: z.string() }, async ({ author }) => {
  const escaped = author.replace(/'/g, \`'\\\\''\`)
  return { content: [{ type: 'text', text: execSync(\`git log --author='\${escaped}'\`).toString() }] }
})`,
    },
    {
      name: 'single quotes by a function',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const quote = (text: string): string => "'" + text.replaceAll("'", \`'"'"'\`) + "'"
declare const server: McpServer
server.tool('add', { files: z.array(z.string()) }, async ({ files }) => ({
  content: [{ type: 'text', text: execSync(\`git add \${files.map(quote).join(' ')}\`).toString() }],
}))`,
    },
    {
      name: 'numbers',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync } from 'node:child_process'
const server = new Server({ name: 'log', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async ({ params: { arguments: args = {} } }) => {
  const skip = parseInt(String(args.skip), 10)
  if (typeof args.port !== 'number') throw new Error('No port')
  const limit = Number(args.limit)
  const text = execSync(\`log -n \${limit} --skip \${skip} -d \${+String(args.days)} -p \${args.port}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
    },
    {
      name: 'a replacement that keeps an allowed class only',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string() }, async ({ ref }) => {
  const name = ref.replace(/[^\\w/-]/g, '')
  return { content: [{ type: 'text', text: execSync(\`git log \${name}\`).toString() }] }
})`,
    },
    {
      name: 'the default of an unusable value',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('log', { ref: z.string().optional() }, async ({ ref }) => {
  const name = ref !== undefined && /^\\w+$/.test(ref) ? ref : 'HEAD'
  return { content: [{ type: 'text', text: execSync(\`git log \${name}\`).toString() }] }
})`,
    },
  ],
  invalid: [],
})
