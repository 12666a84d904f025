import rule from '../../src/rules/no-unvalidated-arguments.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { zodToJsonSchema } from 'zod-to-json-schema'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
const ReadNoteSchema = z.object({ file: z.string(), head: z.number().optional() })
const text = (value: unknown) => ({ content: [{ type: 'text', text: String(value) }] })
`

const LISTED = `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { zodToJsonSchema } from 'zod-to-json-schema'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
const ReadNoteSchema = z.object({ file: z.string() })
const DeleteNoteSchema = z.object({ file: z.string() }).strict()
const text = (value: unknown) => ({ content: [{ type: 'text', text: String(value) }] })
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    { name: 'read_note', inputSchema: zodToJsonSchema(ReadNoteSchema) as ToolInput },
    { name: 'delete_note', inputSchema: z.toJSONSchema(DeleteNoteSchema) },
  ],
}))
`

ruleTester({ typescript: true }).run('no-unvalidated-arguments', rule, {
  valid: [
    {
      name: 'parsed',
      code: `${SERVER}server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params
  switch (name) {
    case 'read_note': {
      const { file } = ReadNoteSchema.parse(args)
      return text(file)
    }
    case 'delete_note': {
      const parsed = ReadNoteSchema.safeParse(args)
      if (!parsed.success) throw new Error('invalid')
      return text(parsed.data.file)
    }
    default:
      throw new Error(\`Unknown tool: \${name}\`)
  }
})`,
    },
    {
      name: 'parsed by the schema of a table',
      code: `${SERVER}const SCHEMAS = { read_note: ReadNoteSchema }
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  const input = SCHEMAS[params.name].parse(params.arguments)
  return text(input.file)
})`,
    },
    {
      name: 'compared, or what stands in for it',
      code: `${SERVER}server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  const mode = params.arguments.mode || 'auto'
  if (mode !== 'auto' && mode !== 'all') throw new Error('no such mode')
  return text(mode)
})`,
    },
    {
      name: 'how a text begins, asked of what was made of it',
      code: `${SERVER}server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  const query = params.arguments.query.trim().toLowerCase()
  if (!query.startsWith('select')) throw new Error('only reads')
  return text(params.arguments.query)
})`,
    },
    {
      name: 'types tested by hand',
      code: `${SERVER}server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { file, lines } = request.params.arguments as { file: string, lines: string[] }
  if (typeof file !== 'string' || !Array.isArray(lines)) throw new Error('invalid')
  return text(file + lines.length)
})`,
    },
    {
      name: 'a type predicate and an assertion',
      code: `${SERVER}interface Input { file: string }
function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string'
}
function assertInput(value: any): asserts value is Input {
  if (typeof value?.file !== 'string') throw new Error('invalid')
}
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  const args: unknown = params.arguments
  if (params.name === 'read_note') {
    if (!isInput(args)) throw new Error('invalid')
    return text(args.file)
  }
  assertInput(args)
  return text(args.file)
})`,
    },
    {
      name: 'no argument is read',
      code: `${SERVER}server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  if (params.name !== 'now') throw new Error(\`Unknown tool: \${params.name}\`)
  return text(Date.now())
})`,
    },
    {
      name: 'the high-level server parses by itself',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.tool('read_note', { file: z.string() }, async ({ file }) => ({ content: [{ type: 'text', text: file }] }))`,
    },
  ],
  invalid: [
    {
      name: 'once, however many servers a function sets up',
      code: `${SERVER}function setUp(target: Server) {
  target.setRequestHandler(CallToolRequestSchema, async ({ params }) => text(params.arguments.line))
}
setUp(server)
setUp(new Server({ name: 'more', version: '1.0.0' }, { capabilities: { tools: {} } }))`,
      output: null,
      errors: [{
        messageId: 'unparsed',
        data: { name: 'line', registration: 'tool handler (server.ts:9)' },
        line: 9, column: 78, endLine: 9, endColumn: 99,
      }],
    },
    {
      name: 'a cast is no parse',
      code: `${SERVER}server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params
  switch (name) {
    case 'read_note': {
      const { file } = args as { file: string }
      return text(file)
    }
  }
})`,
      output: null,
      errors: [{
        messageId: 'unparsed',
        data: { name: 'file', registration: 'tool read_note (server.ts:8)' },
        line: 12, column: 15, endLine: 12, endColumn: 19,
        suggestions: [{
          messageId: 'parse',
          output: `${SERVER}server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params
  switch (name) {
    case 'read_note': {
      const { file } = ReadNoteSchema.parse(args)
      return text(file)
    }
  }
})`,
        }],
      }],
    },
    {
      name: 'the schema that the listing shows for the tool',
      code: `${LISTED}server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params
  if (name === 'delete_note') {
    const { file: target } = (args ?? {}) as { file: string }
    return text(target)
  }
  throw new Error(\`Unknown tool: \${name}\`)
})`,
      output: null,
      errors: [{
        messageId: 'unparsed',
        data: { name: 'file', registration: 'tool delete_note (server.ts:15)' },
        line: 18, column: 13, endLine: 18, endColumn: 25,
        suggestions: [{
          messageId: 'parse',
          output: `${LISTED}server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params
  if (name === 'delete_note') {
    const { file: target } = DeleteNoteSchema.parse(args ?? {})
    return text(target)
  }
  throw new Error(\`Unknown tool: \${name}\`)
})`,
        }],
      }],
    },
    {
      name: 'arguments straight off the request',
      code: `${LISTED}server.setRequestHandler(CallToolRequestSchema, async (request) => {
  if (request.params.name !== 'read_note') throw new Error('Unknown tool')
  const { file } = request.params.arguments!
  return text(file)
})`,
      output: null,
      errors: [{
        messageId: 'unparsed',
        data: { name: 'file', registration: 'tool read_note (server.ts:15)' },
        line: 17, column: 11, endLine: 17, endColumn: 15,
        suggestions: [{
          messageId: 'parse',
          output: `${LISTED}server.setRequestHandler(CallToolRequestSchema, async (request) => {
  if (request.params.name !== 'read_note') throw new Error('Unknown tool')
  const { file } = ReadNoteSchema.parse(request.params.arguments)
  return text(file)
})`,
        }],
      }],
    },
    {
      name: 'once for each tool',
      code: `${SERVER}server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: args } }) => {
  switch (name) {
    case 'read_note':
      return text(\`\${args.file}:\${args.head}\`)
    case 'write_note':
      return text(args.file + args.content)
  }
})`,
      output: null,
      errors: [
        {
        messageId: 'unparsed',
        data: { name: 'file', registration: 'tool read_note (server.ts:8)' },
        line: 11, column: 22, endLine: 11, endColumn: 31,
      },
        {
        messageId: 'unparsed',
        data: { name: 'file', registration: 'tool write_note (server.ts:8)' },
        line: 13, column: 19, endLine: 13, endColumn: 28,
      },
      ],
    },
    {
      name: 'two schemas would fit',
      code: `${SERVER}const StatNoteSchema = z.object({ file: z.string() })
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  if (params.name !== 'read_note') throw new Error('Unknown tool')
  const { file } = params.arguments as { file: string }
  return text(file)
})`,
      output: null,
      errors: [{
        messageId: 'unparsed',
        data: { name: 'file', registration: 'tool read_note (server.ts:9)' },
        line: 11, column: 11, endLine: 11, endColumn: 15,
      }],
    },
    {
      name: 'the only schema is listed for another tool',
      code: `${LISTED}server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  if (params.name !== 'stat_note') throw new Error('Unknown tool')
  const { file } = params.arguments as { file: string }
  return text(file)
})`,
      output: null,
      errors: [{
        messageId: 'unparsed',
        data: { name: 'file', registration: 'tool stat_note (server.ts:15)' },
        line: 17, column: 11, endLine: 17, endColumn: 15,
      }],
    },
    {
      name: 'a schema that requires more than is read',
      code: `${SERVER}const MoveNoteSchema = z.object({ from: z.string(), to: z.string() })
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  if (params.name !== 'move_note') throw new Error('Unknown tool')
  const { from } = params.arguments as { from: string }
  return text(from)
})`,
      output: null,
      errors: [{
        messageId: 'unparsed',
        data: { name: 'from', registration: 'tool move_note (server.ts:9)' },
        line: 11, column: 11, endLine: 11, endColumn: 15,
      }],
    },
    {
      name: 'a rest that a parse could drop',
      code: `${SERVER}server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  if (params.name !== 'read_note') throw new Error('Unknown tool')
  const { file, ...others } = params.arguments as Record<string, string>
  return text(file + Object.keys(others).length)
})`,
      output: null,
      errors: [{
        messageId: 'unparsed',
        data: { name: 'file', registration: 'tool read_note (server.ts:8)' },
        line: 10, column: 11, endLine: 10, endColumn: 15,
      }],
    },
    {
      name: 'in a function that other tools may share',
      code: `${SERVER}function readNote(input: any) {
  const { file } = input as { file: string }
  return text(file)
}
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  if (params.name !== 'read_note') throw new Error('Unknown tool')
  return readNote(params.arguments)
})`,
      output: null,
      errors: [{
        messageId: 'unparsed',
        data: { name: 'file', registration: 'tool read_note (server.ts:12)' },
        line: 9, column: 11, endLine: 9, endColumn: 15,
      }],
    },
    {
      name: 'a conversion is no check',
      code: `${SERVER}server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  return text(Number(params.arguments?.count))
})`,
      output: null,
      errors: [{
        messageId: 'unparsed',
        data: { name: 'count', registration: 'tool handler (server.ts:8)' },
        line: 9, column: 22, endLine: 9, endColumn: 45,
      }],
    },
    {
      name: 'a server of the second major version',
      code: `import { Server } from '@modelcontextprotocol/server'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler('tools/call', async (request) => {
  const { file } = request.params.arguments as { file: string }
  return { content: [{ type: 'text', text: file }] }
})`,
      output: null,
      errors: [{
        messageId: 'unparsed',
        data: { name: 'file', registration: 'tool handler (server.ts:3)' },
        line: 4, column: 11, endLine: 4, endColumn: 15,
      }],
    },
  ],
})
