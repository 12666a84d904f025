import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import rule from '../../src/rules/no-misplaced-schema.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
const text = (value) => ({ content: [{ type: 'text', text: String(value) }] })
`

// Outside this repository, where the SDK is installed.
const folder = mkdtempSync(path.join(tmpdir(), 'sdk-versions-'))
afterAll(() => { rmSync(folder, { recursive: true }) })

/** A file of a package that depends on this version of the SDK. */
function fileWith(version: string): string {
  const root = path.join(folder, version)
  mkdirSync(root)
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ dependencies: { '@modelcontextprotocol/sdk': version } }))
  return path.join(root, 'server.js')
}

ruleTester().run('no-misplaced-schema', rule, {
  valid: [
    {
      name: 'a shape',
      code: `${SERVER}server.tool('read', { id: z.string() }, async ({ id }) => text(id))
server.tool('read_one', 'Reads one', { id: z.string() }, { readOnlyHint: true }, async ({ id }) => text(id))`,
    },
    {
      name: 'the shape of a schema',
      code: `${SERVER}const Note = z.object({ id: z.string() })
server.tool('read', 'Reads one', Note.shape, async ({ id }) => text(id))`,
    },
    {
      name: 'annotations and no schema',
      code: `${SERVER}server.tool('now', { title: 'The time', readOnlyHint: true }, async () => text(Date.now()))`,
    },
    {
      name: 'registerTool takes a schema',
      code: `${SERVER}server.registerTool('read', { inputSchema: z.object({ id: z.string() }) }, async ({ id }) => text(id))`,
    },
    {
      name: 'an argument that is called type',
      code: `${SERVER}server.tool('list', { type: z.string(), properties: z.array(z.string()) }, async ({ type }) => text(type))`,
    },
    {
      name: 'a wrapper of which nothing is known',
      code: `import { kit } from '@acme/mcp-kit'
import { z } from 'zod'
kit.server.tool('read', 'Reads one', z.object({ id: z.string() }), async ({ id }) => ({ content: [] }))`,
    },
  ],
  invalid: [
    {
      name: 'a whole schema',
      code: `${SERVER}server.tool('read', 'Reads one', z.object({ id: z.string() }), async ({ id }) => text(id))`,
      output: `${SERVER}server.tool('read', 'Reads one', z.object({ id: z.string() }).shape, async ({ id }) => text(id))`,
      errors: [{
        messageId: 'either',
        data: { tool: 'Tool read', what: 'a whole schema' },
        line: 5, column: 34, endLine: 5, endColumn: 62,
      }],
    },
    {
      name: 'a constant with a schema',
      code: `${SERVER}const Note = z.object({ id: z.string() }).strict()
server.tool('read', Note, async ({ id }) => text(id))`,
      output: `${SERVER}const Note = z.object({ id: z.string() }).strict()
server.tool('read', Note.shape, async ({ id }) => text(id))`,
      errors: [{
        messageId: 'either',
        data: { tool: 'Tool read', what: 'a whole schema' },
        line: 6, column: 21, endLine: 6, endColumn: 25,
      }],
    },
    {
      name: 'a schema that has no shape',
      code: `${SERVER}server.tool('read', 'Reads one', z.object({ id: z.string() }).refine(hasId), async ({ id }) => text(id))`,
      output: null,
      errors: [{
        messageId: 'either',
        data: { tool: 'Tool read', what: 'a whole schema' },
        line: 5, column: 34, endLine: 5, endColumn: 76,
      }],
    },
    {
      name: 'a JSON Schema',
      code: `${SERVER}server.tool('read', 'Reads one', {
  type: 'object', properties: { id: { type: 'string' } },
}, async ({ id }) => text(id))`,
      output: null,
      errors: [{
        messageId: 'either',
        data: { tool: 'Tool read', what: 'a JSON Schema' },
        line: 5, column: 34, endLine: 7, endColumn: 2,
      }],
    },
    {
      name: 'an SDK that takes it for annotations',
      filename: fileWith('1.17.4'),
      code: `${SERVER}server.tool('read', z.object({ id: z.string() }), async ({ id }) => text(id))`,
      output: `${SERVER}server.tool('read', z.object({ id: z.string() }).shape, async ({ id }) => text(id))`,
      errors: [{
        messageId: 'ignored',
        data: { tool: 'Tool read', what: 'a whole schema', sdk: 'SDK 1.17.4' },
        line: 5, column: 21, endLine: 5, endColumn: 49,
      }],
    },
    {
      name: 'an SDK that refuses it',
      filename: fileWith('1.32.2'),
      code: `${SERVER}server.tool('read', z.object({ id: z.string() }), async ({ id }) => text(id))`,
      output: `${SERVER}server.tool('read', z.object({ id: z.string() }).shape, async ({ id }) => text(id))`,
      errors: [{
        messageId: 'refused',
        data: { tool: 'Tool read', what: 'a whole schema', sdk: 'SDK 1.32.2' },
        line: 5, column: 21, endLine: 5, endColumn: 49,
      }],
    },
    {
      name: 'a declared range that admits both',
      filename: fileWith('^1.12.0'),
      code: `${SERVER}server.tool('read', z.object({ id: z.string() }), async ({ id }) => text(id))`,
      output: `${SERVER}server.tool('read', z.object({ id: z.string() }).shape, async ({ id }) => text(id))`,
      errors: [{
        messageId: 'either',
        data: { tool: 'Tool read', what: 'a whole schema' },
        line: 5, column: 21, endLine: 5, endColumn: 49,
      }],
    },
  ],
})
