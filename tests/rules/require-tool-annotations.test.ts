import rule from '../../src/rules/require-tool-annotations.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import fs from 'node:fs/promises'
import { z } from 'zod'
const server = new McpServer({ name: 'files', version: '1.0.0' })
const text = (value) => ({ content: [{ type: 'text', text: String(value) }] })
const read = async ({ file }) => text(await fs.readFile(file, 'utf8'))
const remove = async ({ file }) => text(await fs.rm(file))
const call = async ({ file }) => text(await fetch('https://api.example.com/' + encodeURIComponent(file)))
`

ruleTester().run('require-tool-annotations', rule, {
  valid: [
    {
      name: 'annotations',
      code: `${SERVER}server.registerTool('read', { inputSchema: { file: z.string() }, annotations: { readOnlyHint: true } }, read)
server.tool('remove', { file: z.string() }, { destructiveHint: true }, remove)`,
    },
    {
      name: 'a configuration that is not to be seen',
      code: `${SERVER}import { config, hints } from './config.js'
server.registerTool('read', config, read)
server.registerTool('read_all', { ...config, title: 'All' }, read)
server.registerTool('read_one', { inputSchema: { file: z.string() }, annotations: hints }, read)`,
    },
    {
      name: 'prompts and resources have none',
      code: `${SERVER}server.prompt('summary', () => ({ messages: [] }))`,
    },
  ],
  invalid: [
    {
      name: 'a tool that reads',
      code: `${SERVER}server.registerTool('read', {
  description: 'Reads one', inputSchema: { file: z.string() },
}, read)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool read' },
        line: 9, column: 21, endLine: 9, endColumn: 27,
        suggestions: [{
          messageId: 'annotate',
          data: { annotations: '{ readOnlyHint: true }' },
          output: `${SERVER}server.registerTool('read', {
  description: 'Reads one', inputSchema: { file: z.string() }, annotations: { readOnlyHint: true },
}, read)`,
        }],
      }],
    },
    {
      name: 'a tool that deletes, in the positional form',
      code: `${SERVER}server.tool('remove', 'Removes one', {
  file: z.string(),
}, remove)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool remove' },
        line: 9, column: 13, endLine: 9, endColumn: 21,
        suggestions: [{
          messageId: 'annotate',
          data: { annotations: '{ readOnlyHint: false, destructiveHint: true }' },
          output: `${SERVER}server.tool('remove', 'Removes one', {
  file: z.string(),
}, { readOnlyHint: false, destructiveHint: true }, remove)`,
        }],
      }],
    },
    {
      name: 'a tool that calls out',
      code: `${SERVER}server.registerTool('call', {
  inputSchema: { file: z.string() },
}, call)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool call' },
        line: 9, column: 21, endLine: 9, endColumn: 27,
        suggestions: [{
          messageId: 'annotate',
          data: { annotations: '{ readOnlyHint: false, openWorldHint: true }' },
          output: `${SERVER}server.registerTool('call', {
  inputSchema: { file: z.string() }, annotations: { readOnlyHint: false, openWorldHint: true },
}, call)`,
        }],
      }],
    },
    {
      name: 'a tool of which nothing is known',
      code: `${SERVER}import { run } from './run.js'
server.tool('run', { file: z.string() }, run)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool run' },
        line: 10, column: 13, endLine: 10, endColumn: 18,
      }],
    },
    {
      name: 'a title says nothing',
      code: `${SERVER}server.registerTool('read', { inputSchema: { file: z.string() }, annotations: { title: 'Read' } }, read)`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool read' },
        line: 9, column: 21, endLine: 9, endColumn: 27,
      }],
    },
    {
      name: 'a tool that a low-level server lists',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: 'read', inputSchema: {
    type: 'object', properties: {} } }],
}))`,
      output: null,
      errors: [{
        messageId: 'missing',
        data: { tool: 'Tool read' },
        line: 5, column: 19, endLine: 5, endColumn: 25,
      }],
    },
  ],
})
