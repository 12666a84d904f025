import rule from '../../src/rules/no-path-traversal.ts'
import { ruleTester } from '../support/rule-tester.ts'

const NOTES = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import fs from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
const ROOT = path.resolve('notes')
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

ruleTester().run('no-path-traversal', rule, {
  valid: [
    {
      name: 'a path that no client chose',
      code: `${NOTES}server.tool('list_notes', { name: z.string() }, async ({ name }) => {
  const files = await fs.readdir(ROOT)
  return { content: [{ type: 'text', text: \`\${name}: \${files.join()}\` }] }
})`,
    },
    {
      name: 'the text that is written, not where',
      code: `${NOTES}server.tool('write_note', { text: z.string() }, async ({ text }) => {
  await fs.writeFile(path.join(ROOT, 'inbox.md'), text)
})`,
    },
    {
      name: 'a look at a path reads no file',
      code: `${NOTES}server.tool('exists', { name: z.string() }, async ({ name }) => {
  const stats = await fs.stat(path.join(ROOT, name))
  return { content: [{ type: 'text', text: String(stats.size) }] }
})`,
    },
    {
      name: 'no server: the parameters come from the code',
      code: `import fs from 'node:fs/promises'
export const readNote = (name) => fs.readFile(name, 'utf8')`,
    },
    {
      name: 'what a function of another package returns is unknown',
      code: `${NOTES}import { validatePath } from 'safe-paths'
server.tool('read_note', { name: z.string() }, async ({ name }) => fs.readFile(await validatePath(name)))`,
    },
    {
      name: 'schemas that leave no room',
      code: `${NOTES}server.tool('a', { day: z.enum(['a', 'b']) }, async ({ day }) => fs.readFile(\`notes/\${day}.md\`))
server.tool('b', { name: z.string().regex(/^[\\w-]+$/) }, async ({ name }) => fs.readFile(\`notes/\${name}.md\`))
server.tool('c', { page: z.number().int() }, async ({ page }) => fs.readFile(\`notes/\${page}.md\`))
server.tool('d', { id: z.string().uuid() }, async ({ id }) => fs.readFile(\`notes/\${id}.md\`))
server.tool('e', { on: z.boolean() }, async ({ on }) => fs.readFile(\`notes/\${on}.md\`))
server.tool('f', { name: z.literal('inbox') }, async ({ name }) => fs.readFile(\`notes/\${name}.md\`))`,
    },
    {
      name: 'a refinement is what its function proves',
      code: `${NOTES}const isName = (value) => !value.includes('..') && !path.isAbsolute(value)
server.tool('read_note', { name: z.string().refine(isName) }, async ({ name }) => fs.readFile(\`notes/\${name}.md\`))`,
    },
    {
      name: 'a transformation is what its function returns',
      code: `${NOTES}const name = z.string().transform((value) => path.basename(value))
server.tool('read_note', { name }, async ({ name }) => {
  await fs.readFile(path.join(ROOT, name))
})`,
    },
    {
      name: 'a fixed resource',
      code: `${NOTES}server.resource('inbox', 'note://inbox', async (uri) => ({
  contents: [{ uri: uri.href, text: await fs.readFile(\`notes\${uri.pathname}\`, 'utf8') }],
}))`,
    },
  ],
  invalid: [
    {
      name: 'a parameter as the whole path',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const text = await fs.readFile(name, 'utf8')
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:7)', sink: 'fs.readFile', route: '' },
        line: 8, column: 34, endLine: 8, endColumn: 38,
      }],
    },
    {
      name: 'joined to a folder',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const text = await fs.readFile(path.join(ROOT, name), 'utf8')
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:7)', sink: 'fs.readFile', route: '' },
        line: 8, column: 34, endLine: 8, endColumn: 55,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const resolved = path.resolve(path.join(ROOT, name))
  const relative = path.relative(ROOT, resolved)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  const text = await fs.readFile(resolved, 'utf8')
  return { content: [{ type: 'text', text }] }
})`,
        }],
      }],
    },
    {
      name: 'resolved and kept in a constant',
      code: `${NOTES}server.registerTool('read_note', { inputSchema: { name: z.string() } }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:7)', sink: 'fs.readFile', route: '' },
        line: 9, column: 21, endLine: 9, endColumn: 25,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.registerTool('read_note', { inputSchema: { name: z.string() } }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const relative = path.relative(ROOT, file)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  await fs.readFile(file)
})`,
        }],
      }],
    },
    {
      name: 'in a template',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  await fs.readFile(\`notes/\${name}.md\`)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:7)', sink: 'fs.readFile', route: '' },
        line: 8, column: 21, endLine: 8, endColumn: 39,
      }],
    },
    {
      name: 'in a concatenation',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  await fs.readFile('notes/' + name)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:7)', sink: 'fs.readFile', route: '' },
        line: 8, column: 21, endLine: 8, endColumn: 36,
      }],
    },
    {
      name: 'lengths are no bounds',
      code: `${NOTES}server.tool('read_note', { name: z.string().min(1).max(80) }, async ({ name }) => {
  await fs.readFile(name)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:7)', sink: 'fs.readFile', route: '' },
        line: 8, column: 21, endLine: 8, endColumn: 25,
      }],
    },
    {
      name: 'a pattern without anchors in the schema',
      code: `${NOTES}server.tool('read_note', { name: z.string().regex(/[\\w-]+/) }, async ({ name }) => {
  await fs.readFile(name)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:7)', sink: 'fs.readFile', route: '' },
        line: 8, column: 21, endLine: 8, endColumn: 25,
      }],
    },
    {
      name: 'a field below the parameter',
      code: `${NOTES}server.tool('read_note', { options: z.object({ file: z.string() }) }, async ({ options }) => {
  await fs.readFile(options.file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: {
          source: '`options.file`',
          registration: 'tool read_note (server.js:7)',
          sink: 'fs.readFile',
          route: '',
        },
        line: 8, column: 21, endLine: 8, endColumn: 33,
      }],
    },
    {
      name: 'each element of a list',
      code: `${NOTES}server.tool('read_notes', { names: z.array(z.string()) }, async ({ names }) => {
  return Promise.all(names.map((name) => fs.readFile(path.join(ROOT, name))))
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`names[]`', registration: 'tool read_notes (server.js:7)', sink: 'fs.readFile', route: '' },
        line: 8, column: 54, endLine: 8, endColumn: 75,
      }],
    },
    {
      name: 'the second path of a function that takes two',
      code: `${NOTES}server.tool('move_note', { to: z.string() }, async ({ to }) => {
  await fs.rename('notes/inbox.md', to)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`to`', registration: 'tool move_note (server.js:7)', sink: 'fs.rename', route: '' },
        line: 8, column: 37, endLine: 8, endColumn: 39,
      }],
    },
    {
      name: 'through functions of the file',
      code: `${NOTES}const locate = (name) => path.join(ROOT, name)
async function readNote(name) {
  return fs.readFile(locate(name), 'utf8')
}
server.tool('read_note', { name: z.string() }, async ({ name }) => ({
  content: [{ type: 'text', text: await readNote(name) }],
}))`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: {
          source: '`name`',
          registration: 'tool read_note (server.js:11)',
          sink: 'fs.readFile',
          route: ' through readNote',
        },
        line: 9, column: 22, endLine: 9, endColumn: 34,
      }],
    },
    {
      name: 'streams, and functions with callbacks',
      code: `${NOTES}import { createReadStream } from 'node:fs'
server.tool('read_note', { name: z.string() }, ({ name }) => {
  const stream = createReadStream(name)
  return collect(stream)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'createReadStream', route: '' },
        line: 9, column: 35, endLine: 9, endColumn: 39,
      }],
    },
    {
      name: 'the real path is not a check',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const real = await fs.realpath(path.join(ROOT, name))
  await fs.readFile(real)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:7)', sink: 'fs.readFile', route: '' },
        line: 9, column: 21, endLine: 9, endColumn: 25,
      }],
    },
    {
      name: 'a variable of a resource template',
      code: `${NOTES}import { ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
server.resource('note', new ResourceTemplate('note://{name}', { list: undefined }), async (uri, { name }) => ({
  contents: [{ uri: uri.href, text: await fs.readFile(\`notes/\${name}\`, 'utf8') }],
}))`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'resource note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 9, column: 55, endLine: 9, endColumn: 70,
      }],
    },
    {
      name: 'the URI of a resource template',
      code: `${NOTES}import { ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
const template = new ResourceTemplate('note:///{+path}', { list: undefined })
server.registerResource('note', template, { title: 'Note' }, async (uri) => ({
  contents: [{ uri: uri.href, text: await fs.readFile(uri.pathname, 'utf8') }],
}))`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: {
          source: '`uri.pathname`',
          registration: 'resource note (server.js:9)',
          sink: 'fs.readFile',
          route: '',
        },
        line: 10, column: 55, endLine: 10, endColumn: 67,
      }],
    },
    {
      name: 'an argument of a prompt',
      code: `${NOTES}server.registerPrompt('review', { argsSchema: { file: z.string() } }, async ({ file }) => ({
  messages: [{ role: 'user', content: { type: 'text', text: await fs.readFile(file, 'utf8') } }],
}))`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`file`', registration: 'prompt review (server.js:7)', sink: 'fs.readFile', route: '' },
        line: 8, column: 79, endLine: 8, endColumn: 83,
      }],
    },
    {
      name: 'two tools of a low-level server',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import fs from 'node:fs/promises'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params
  switch (name) {
    case 'read_note':
      return { content: [{ type: 'text', text: await fs.readFile(args.file, 'utf8') }] }
    case 'delete_note':
      return { content: [{ type: 'text', text: String(await fs.rm(args.file)) }] }
  }
})`,
      output: null,
      errors: [
        {
        messageId: 'leaves',
        data: { source: '`file`', registration: 'tool read_note (server.js:5)', sink: 'fs.readFile', route: '' },
        line: 9, column: 66, endLine: 9, endColumn: 75,
      },
        {
        messageId: 'leaves',
        data: { source: '`file`', registration: 'tool delete_note (server.js:5)', sink: 'fs.rm', route: '' },
        line: 11, column: 67, endLine: 11, endColumn: 76,
      },
      ],
    },
    {
      name: 'a resource and a prompt of a low-level server',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { GetPromptRequestSchema, ReadResourceRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import fs from 'node:fs/promises'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { resources: {}, prompts: {} } })
server.setRequestHandler(ReadResourceRequestSchema, async ({ params }) => ({
  contents: [{ uri: params.uri, text: await fs.readFile(params.uri.replace('note://', ''), 'utf8') }],
}))
server.setRequestHandler(GetPromptRequestSchema, async ({ params }) => ({
  messages: [{ role: 'user', content: { type: 'text', text: await fs.readFile(params.arguments.file, 'utf8') } }],
}))`,
      output: null,
      errors: [
        {
        messageId: 'leaves',
        data: { source: '`uri`', registration: 'resource handler (server.js:5)', sink: 'fs.readFile', route: '' },
        line: 6, column: 57, endLine: 6, endColumn: 90,
      },
        {
        messageId: 'leaves',
        data: { source: '`file`', registration: 'prompt handler (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 9, column: 79, endLine: 9, endColumn: 100,
      },
      ],
    },
    {
      name: 'a tool of the second major version',
      code: `import { McpServer } from '@modelcontextprotocol/server'
import fs from 'node:fs/promises'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.registerTool('read_note', { inputSchema: z.object({ file: z.string() }) }, async ({ file }, ctx) => {
  return { content: [{ type: 'text', text: await fs.readFile(file, 'utf8') }] }
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`file`', registration: 'tool read_note (server.js:5)', sink: 'fs.readFile', route: '' },
        line: 6, column: 62, endLine: 6, endColumn: 66,
      }],
    },
    {
      name: 'through methods of a class',
      code: `${NOTES}class Folder {
  constructor(root) {
    this.root = path.resolve(root)
  }
  locate(name) {
    return path.resolve(this.root, name)
  }
  read(name) {
    return fs.readFile(this.locate(name), 'utf8')
  }
}
const folder = new Folder('notes')
server.tool('read_note', { name: z.string() }, async ({ name }) => ({
  content: [{ type: 'text', text: await folder.read(name) }],
}))`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: {
          source: '`name`',
          registration: 'tool read_note (server.js:19)',
          sink: 'fs.readFile',
          route: ' through read',
        },
        line: 15, column: 24, endLine: 15, endColumn: 41,
      }],
    },
  ],
})

ruleTester({ typescript: true }).run('no-path-traversal', rule, {
  valid: [

  ],
  invalid: [
    {
      name: 'a cast changes nothing',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as fs from 'node:fs'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.tool('read_note', { name: z.unknown() }, async ({ name }) => {
  const text = fs.readFileSync(name as string, 'utf8')
  return { content: [{ type: 'text' as const, text }] }
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.ts:5)', sink: 'fs.readFileSync', route: '' },
        line: 6, column: 32, endLine: 6, endColumn: 46,
      }],
    },
  ],
})
