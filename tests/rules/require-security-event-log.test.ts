import rule from '../../src/rules/require-security-event-log.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFile } from 'node:child_process'
import { readFile, unlink, writeFile } from 'node:fs/promises'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

ruleTester({ typescript: true }).run('require-security-event-log', rule, {
  valid: [
    {
      name: 'the call is logged',
      code: `${SERVER}server.tool('write', { file: z.string() }, async ({ file }) => {
  console.error('write', file)
  await writeFile(file, '')
  return { content: [] }
})`,
    },
    {
      name: 'by a wrapper',
      code: `${SERVER}type Given = { file: string }
const logged = (name: string, work: (given: Given) => Promise<object>) => async (given: Given) => {
  process.stderr.write(name)
  return work(given)
}
server.tool('write', { file: z.string() }, logged('write', async ({ file }) => {
  await writeFile(file, '')
  return { content: [] }
}))`,
    },
    {
      name: 'by a function that its name gives away',
      code: `${SERVER}import { auditCall } from './elsewhere.js'
server.tool('write', { file: z.string() }, async ({ file }) => {
  await writeFile(file, '')
  auditCall('write', file)
  return { content: [] }
})`,
    },
    {
      name: 'reading is no event',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => (
  { content: [{ type: 'text', text: await readFile(file, 'utf8') }] }
))`,
    },
    {
      name: 'a cache is the business of the server',
      code: `${SERVER}async function saveCache(text: string) {
  await writeFile('cache.json', text)
}
server.tool('read', { file: z.string() }, async ({ file }) => {
  const text = await readFile(file, 'utf8')
  await saveCache(text)
  return { content: [{ type: 'text', text }] }
})`,
    },
    {
      name: 'a low-level server that logs before it dispatches',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { writeFile } from 'node:fs/promises'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ name: 'write', inputSchema: { type: 'object' } }] }))
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  console.error('call', request.params.name)
  switch (request.params.name) {
    case 'write':
      await writeFile('a', '')
      return { content: [] }
  }
})`,
    },
    {
      name: 'a file without MCP',
      filename: '/no-package/elsewhere.ts',
      code: `import { writeFile } from 'node:fs/promises'
export const save = (file: string) => writeFile(file, '')`,
    },
  ],
  invalid: [
    {
      name: 'a file is written',
      code: `${SERVER}server.tool('write', { file: z.string() }, async ({ file }) => {
  await writeFile(file, '')
  return { content: [] }
})`,
      output: null,
      errors: [{
        messageId: 'unlogged', data: { tool: 'Tool write', deed: 'writes files (`writeFile`, server.ts:7)', others: '' },
        line: 6, column: 13, endLine: 6, endColumn: 20,
      }],
    },
    {
      name: 'only what fails is logged',
      code: `${SERVER}server.tool('run', { path: z.string() }, async ({ path }) => {
  try {
    execFile('git', ['log', '--', path])
    return { content: [] }
  } catch (error) {
    console.error(error)
    return { content: [], isError: true }
  }
})`,
      output: null,
      errors: [{
        messageId: 'unlogged', data: { tool: 'Tool run', deed: 'runs programs or code (`execFile`, server.ts:8)', others: '' },
        line: 6, column: 13, endLine: 6, endColumn: 18,
      }],
    },
    {
      name: 'a server that logs nothing, once',
      code: `${SERVER}async function remove(file: string) {
  await unlink(file)
}
server.tool('remove', { file: z.string() }, async ({ file }) => {
  await remove(file)
  return { content: [] }
})
server.tool('write', { file: z.string() }, async ({ file }) => {
  await writeFile(file, '')
  return { content: [] }
})
server.tool('run', {}, async () => {
  execFile('git')
  return { content: [] }
})`,
      output: null,
      errors: [{
        messageId: 'unlogged',
        data: { tool: 'Tool remove', deed: 'deletes files (`unlink`, server.ts:7 through remove)', others: ', nor do write, run' },
        line: 9, column: 13, endLine: 9, endColumn: 21,
      }],
    },
    {
      name: 'one tool is logged, another is not',
      code: `${SERVER}server.tool('write', { file: z.string() }, async ({ file }) => {
  console.error('write', file)
  await writeFile(file, '')
  return { content: [] }
})
server.tool('remove', { file: z.string() }, async ({ file }) => {
  await unlink(file)
  return { content: [] }
})`,
      output: null,
      errors: [{
        messageId: 'unlogged', data: { tool: 'Tool remove', deed: 'deletes files (`unlink`, server.ts:12)', others: '' },
        line: 11, column: 13, endLine: 11, endColumn: 21,
      }],
    },
    {
      name: 'a branch of a low-level server',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { unlink, writeFile } from 'node:fs/promises'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'write', inputSchema: { type: 'object' } }, { name: 'remove', inputSchema: { type: 'object' } }],
}))
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  switch (request.params.name) {
    case 'write':
      console.error('write')
      await writeFile('a', '')
      return { content: [] }
    case 'remove':
      await unlink(String(request.params.arguments?.file))
      return { content: [] }
  }
})`,
      output: null,
      errors: [{
        messageId: 'unlogged', data: { tool: 'Tool remove', deed: 'deletes files (`unlink`, server.ts:15)', others: '' },
        line: 6, column: 71, endLine: 6, endColumn: 79,
      }],
    },
  ],
})
