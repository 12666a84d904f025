import rule from '../../src/rules/no-command-injection.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-command-injection', rule, {
  valid: [],
  invalid: [
    {
      name: 'helper functions',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { exec } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
const execAsync = promisify(exec)
async function git(args: string) {
  const { stdout } = await execAsync(\`git \${args}\`)
  return stdout
}
const log = (ref: string) => git(\`log \${ref}\`)
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, async ({ ref }) => ({
  content: [{ type: 'text', text: await log(ref) }],
}))`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: {
            source: '`ref`',
            registration: 'tool git_log (server.ts:12)',
            sink: 'execAsync',
            route: ' through log, git',
          },
          line: 7, column: 38, endLine: 7, endColumn: 51,
        }],
    },
    {
      name: 'a class that registers its own methods',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
export class GitServer {
  private readonly server = new McpServer({ name: 'git', version: '1.0.0' })
  constructor(private readonly root: string) {
    this.server.registerTool('git_log', { inputSchema: { ref: z.string() } }, this.log.bind(this))
    this.server.registerTool('git_show', { inputSchema: { id: z.string() } }, (args) => this.show(args))
  }
  private async log({ ref }: { ref: string }) { return this.run(\`git -C \${this.root} log \${ref}\`) }
  private async show(args: { id: string }) { return this.run(\`git show \${args.id}\`) }
  private run(command: string) {
    return { content: [{ type: 'text' as const, text: execSync(command).toString() }] }
  }
}`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: {
            source: '`ref`',
            registration: 'tool git_log (server.ts:7)',
            sink: 'execSync',
            route: ' through run',
          },
          line: 13, column: 64, endLine: 13, endColumn: 71,
        }],
    },
    {
      name: 'registerTool with a schema in a variable and a named handler',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const schema = z.object({ repo: z.object({ path: z.string() }), refs: z.array(z.string()) })
async function handleLog(args: z.infer<typeof schema>) {
  const first = execSync(\`git -C \${args.repo.path} log\`).toString()
  const text = execSync(\`git show \${args.refs[0]}\`).toString()
  return { content: [{ type: 'text' as const, text: first + text }] }
}
declare const server: McpServer
server.registerTool('git_log', { description: 'Log', inputSchema: schema.shape }, handleLog)`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`repo.path`', registration: 'tool git_log (server.ts:11)', sink: 'execSync', route: '' },
          line: 6, column: 26, endLine: 6, endColumn: 56,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync, execFileSync } from 'node:child_process'
import { z } from 'zod'
const schema = z.object({ repo: z.object({ path: z.string() }), refs: z.array(z.string()) })
async function handleLog(args: z.infer<typeof schema>) {
  const first = execFileSync('git', ['-C', args.repo.path, 'log']).toString()
  const text = execSync(\`git show \${args.refs[0]}\`).toString()
  return { content: [{ type: 'text' as const, text: first + text }] }
}
declare const server: McpServer
server.registerTool('git_log', { description: 'Log', inputSchema: schema.shape }, handleLog)`,
          }],
        }, {
          messageId: 'reaches',
          data: { source: '`refs[]`', registration: 'tool git_log (server.ts:11)', sink: 'execSync', route: '' },
          line: 7, column: 25, endLine: 7, endColumn: 51,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync, execFileSync } from 'node:child_process'
import { z } from 'zod'
const schema = z.object({ repo: z.object({ path: z.string() }), refs: z.array(z.string()) })
async function handleLog(args: z.infer<typeof schema>) {
  const first = execSync(\`git -C \${args.repo.path} log\`).toString()
  const text = execFileSync('git', ['show', String(args.refs[0])]).toString()
  return { content: [{ type: 'text' as const, text: first + text }] }
}
declare const server: McpServer
server.registerTool('git_log', { description: 'Log', inputSchema: schema.shape }, handleLog)`,
          }],
        }],
    },
    {
      name: 'a wrapped handler',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
function withErrors<T>(handler: (args: T) => Promise<string>) {
  return async (args: T) => {
    try {
      return { content: [{ type: 'text' as const, text: await handler(args) }] }
    } catch {
      return { isError: true, content: [{ type: 'text' as const, text: 'Failed.' }] }
    }
  }
}
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, withErrors(async ({ ref }) => {
  return execSync(\`git log \${ref}\`).toString()
}))`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:14)', sink: 'execSync', route: '' },
          line: 15, column: 19, endLine: 15, endColumn: 35,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
function withErrors<T>(handler: (args: T) => Promise<string>) {
  return async (args: T) => {
    try {
      return { content: [{ type: 'text' as const, text: await handler(args) }] }
    } catch {
      return { isError: true, content: [{ type: 'text' as const, text: 'Failed.' }] }
    }
  }
}
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, withErrors(async ({ ref }) => {
  return execFileSync('git', ['log', String(ref)]).toString()
}))`,
          }],
        }],
    },
    {
      name: 'a handler in a wrapper of another module',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
import { withTelemetry } from '@acme/telemetry'
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, withTelemetry('git_log', async ({ ref }) => {
  return execSync(\`git log \${ref}\`).toString()
}))`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:6)', sink: 'execSync', route: '' },
          line: 7, column: 19, endLine: 7, endColumn: 35,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
import { withTelemetry } from '@acme/telemetry'
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, withTelemetry('git_log', async ({ ref }) => {
  return execFileSync('git', ['log', String(ref)]).toString()
}))`,
          }],
        }],
    },
    {
      name: 'dispatch by switch',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync } from 'node:child_process'
const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params
  switch (name) {
    case 'git_status':
      return { content: [{ type: 'text', text: execSync('git status').toString() }] }
    case 'git_log': {
      const { ref } = args as { ref: string }
      return { content: [{ type: 'text', text: execSync(\`git log \${ref}\`).toString() }] }
    }
    default:
      throw new Error(\`Unknown tool \${name}\`)
  }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:5)', sink: 'execSync', route: '' },
          line: 12, column: 57, endLine: 12, endColumn: 73,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync, execFileSync } from 'node:child_process'
const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params
  switch (name) {
    case 'git_status':
      return { content: [{ type: 'text', text: execSync('git status').toString() }] }
    case 'git_log': {
      const { ref } = args as { ref: string }
      return { content: [{ type: 'text', text: execFileSync('git', ['log', ref]).toString() }] }
    }
    default:
      throw new Error(\`Unknown tool \${name}\`)
  }
})`,
          }],
        }],
    },
    {
      name: 'dispatch by if',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync } from 'node:child_process'
const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  if (params.name === 'git_log') {
    const text = execSync('git log ' + params.arguments?.ref).toString()
    return { content: [{ type: 'text', text }] }
  } else if (params.name === 'git_show') {
    const text = execSync('git show ' + String(params.arguments?.id)).toString()
    return { content: [{ type: 'text', text }] }
  }
  throw new Error('Unknown tool')
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:5)', sink: 'execSync', route: '' },
          line: 7, column: 27, endLine: 7, endColumn: 61,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync, execFileSync } from 'node:child_process'
const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  if (params.name === 'git_log') {
    const text = execFileSync('git', ['log', String(params.arguments?.ref)]).toString()
    return { content: [{ type: 'text', text }] }
  } else if (params.name === 'git_show') {
    const text = execSync('git show ' + String(params.arguments?.id)).toString()
    return { content: [{ type: 'text', text }] }
  }
  throw new Error('Unknown tool')
})`,
          }],
        }, {
          messageId: 'reaches',
          data: { source: '`id`', registration: 'tool git_show (server.ts:5)', sink: 'execSync', route: '' },
          line: 10, column: 27, endLine: 10, endColumn: 69,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync, execFileSync } from 'node:child_process'
const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  if (params.name === 'git_log') {
    const text = execSync('git log ' + params.arguments?.ref).toString()
    return { content: [{ type: 'text', text }] }
  } else if (params.name === 'git_show') {
    const text = execFileSync('git', ['show', String(params.arguments?.id)]).toString()
    return { content: [{ type: 'text', text }] }
  }
  throw new Error('Unknown tool')
})`,
          }],
        }],
    },
    {
      name: 'dispatch by table',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync } from 'node:child_process'
const handlers: Record<string, (args: Record<string, string>) => string> = {
  git_log: (args) => execSync(\`git log \${args.ref}\`).toString(),
  git_status: () => execSync('git status').toString(),
}
const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const handler = handlers[request.params.name]
  if (!handler) throw new Error('Unknown tool')
  return { content: [{ type: 'text', text: handler(request.params.arguments as Record<string, string>) }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: {
            source: '`ref`',
            registration: 'tool git_log (server.ts:9)',
            sink: 'execSync',
            route: ' through git_log',
          },
          line: 5, column: 31, endLine: 5, endColumn: 52,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync, execFileSync } from 'node:child_process'
const handlers: Record<string, (args: Record<string, string>) => string> = {
  git_log: (args) => execFileSync('git', ['log', String(args.ref)]).toString(),
  git_status: () => execSync('git status').toString(),
}
const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const handler = handlers[request.params.name]
  if (!handler) throw new Error('Unknown tool')
  return { content: [{ type: 'text', text: handler(request.params.arguments as Record<string, string>) }] }
})`,
          }],
        }],
    },
    {
      name: 'a prompt and a resource',
      code: `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
const server = new McpServer({ name: 'git', version: '1.0.0' })
server.registerPrompt('explain', { argsSchema: { ref: z.string() } }, ({ ref }) => {
  const text = execSync(\`git show \${ref}\`).toString()
  return { messages: [{ role: 'user', content: { type: 'text', text } }] }
})
const template = new ResourceTemplate('git://{id}', { list: undefined })
server.registerResource('commit', template, {}, async (uri, { id }) => {
  const text = execSync(\`git show \${id}\`).toString()
  return { contents: [{ uri: uri.href, text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'prompt explain (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 25, endLine: 6, endColumn: 42,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync, execFileSync } from 'node:child_process'
import { z } from 'zod'
const server = new McpServer({ name: 'git', version: '1.0.0' })
server.registerPrompt('explain', { argsSchema: { ref: z.string() } }, ({ ref }) => {
  const text = execFileSync('git', ['show', ref]).toString()
  return { messages: [{ role: 'user', content: { type: 'text', text } }] }
})
const template = new ResourceTemplate('git://{id}', { list: undefined })
server.registerResource('commit', template, {}, async (uri, { id }) => {
  const text = execSync(\`git show \${id}\`).toString()
  return { contents: [{ uri: uri.href, text }] }
})`,
          }],
        }, {
          messageId: 'reaches',
          data: { source: '`id`', registration: 'resource commit (server.ts:10)', sink: 'execSync', route: '' },
          line: 11, column: 25, endLine: 11, endColumn: 41,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync, execFileSync } from 'node:child_process'
import { z } from 'zod'
const server = new McpServer({ name: 'git', version: '1.0.0' })
server.registerPrompt('explain', { argsSchema: { ref: z.string() } }, ({ ref }) => {
  const text = execSync(\`git show \${ref}\`).toString()
  return { messages: [{ role: 'user', content: { type: 'text', text } }] }
})
const template = new ResourceTemplate('git://{id}', { list: undefined })
server.registerResource('commit', template, {}, async (uri, { id }) => {
  const text = execFileSync('git', ['show', String(id)]).toString()
  return { contents: [{ uri: uri.href, text }] }
})`,
          }],
        }],
    },
    {
      name: 'registrations in a function, on a server that is passed in',
      code: `import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
export function registerGit(server: McpServer, root: string): void {
  server.tool('git_log', 'Shows the log', { ref: z.string() }, { readOnlyHint: true }, async ({ ref }) => {
    const text = execSync(\`git -C \${root} log \${ref}\`).toString()
    return { content: [{ type: 'text', text }] }
  })
}`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 27, endLine: 6, endColumn: 54,
          suggestions: [{
            messageId: 'passAsList',
            output: `import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
export function registerGit(server: McpServer, root: string): void {
  server.tool('git_log', 'Shows the log', { ref: z.string() }, { readOnlyHint: true }, async ({ ref }) => {
    const text = execFileSync('git', ['-C', root, 'log', ref]).toString()
    return { content: [{ type: 'text', text }] }
  })
}`,
          }],
        }],
    },
    {
      name: 'version 2 of the SDK',
      code: `import { Server } from '@modelcontextprotocol/server'
import { execSync } from 'node:child_process'
const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler('tools/call', async (request, ctx) => {
  if (request.params.name !== 'git_log') throw new Error(\`Unknown tool for \${ctx.sessionId}\`)
  const text = execSync(\`git log \${request.params.arguments?.ref}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:4)', sink: 'execSync', route: '' },
          line: 6, column: 25, endLine: 6, endColumn: 67,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { Server } from '@modelcontextprotocol/server'
import { execFileSync } from 'node:child_process'
const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler('tools/call', async (request, ctx) => {
  if (request.params.name !== 'git_log') throw new Error(\`Unknown tool for \${ctx.sessionId}\`)
  const text = execFileSync('git', ['log', String(request.params.arguments?.ref)]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'one report for one place, however many tools lead to it',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
function run(command: string) {
  return { content: [{ type: 'text' as const, text: execSync(command).toString() }] }
}
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, async ({ ref }) => run(\`git log \${ref}\`))
server.tool('git_show', { id: z.string() }, async ({ id }) => run(\`git show \${id}\`))`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: {
            source: '`ref`',
            registration: 'tool git_log (server.ts:8)',
            sink: 'execSync',
            route: ' through run',
          },
          line: 5, column: 62, endLine: 5, endColumn: 69,
        }],
    },
    {
      name: 'dispatch by a list of tools that is searched',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync } from 'node:child_process'
const tools = [
  { name: 'git_status', run: () => execSync('git status').toString() },
  { name: 'git_log', run: (args: { ref: string }) => execSync(\`git log \${args.ref}\`).toString() },
]
const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const tool = tools.find((item) => item.name === request.params.name)
  if (!tool) throw new Error('Unknown tool')
  return { content: [{ type: 'text', text: tool.run(request.params.arguments as { ref: string }) }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: {
            source: '`ref`',
            registration: 'tool git_log (server.ts:9)',
            sink: 'execSync',
            route: ' through run',
          },
          line: 6, column: 63, endLine: 6, endColumn: 84,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { execSync, execFileSync } from 'node:child_process'
const tools = [
  { name: 'git_status', run: () => execSync('git status').toString() },
  { name: 'git_log', run: (args: { ref: string }) => execFileSync('git', ['log', args.ref]).toString() },
]
const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const tool = tools.find((item) => item.name === request.params.name)
  if (!tool) throw new Error('Unknown tool')
  return { content: [{ type: 'text', text: tool.run(request.params.arguments as { ref: string }) }] }
})`,
          }],
        }],
    },
  ],
})
