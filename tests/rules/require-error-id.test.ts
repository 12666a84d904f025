import rule from '../../src/rules/require-error-id.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

ruleTester({ typescript: true }).run('require-error-id', rule, {
  valid: [
    {
      name: 'an id in the log and in the answer',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const id = crypto.randomUUID()
    console.error(id, error)
    return { content: [{ type: 'text', text: \`Internal error \${id}\` }], isError: true }
  }
})`,
    },
    {
      name: 'the answer names what was asked for',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    console.error('cannot read', file, error)
    return { content: [{ type: 'text', text: \`Cannot read \${file}\` }], isError: true }
  }
})`,
    },
    {
      name: 'nothing is logged, which is another matter',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch {
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
    },
    {
      name: 'the client gets the details, which is another matter',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    console.error(error)
    return { content: [{ type: 'text', text: error.message }], isError: true }
  }
})`,
    },
    {
      name: 'an empty list says nothing of an error',
      code: `${SERVER}server.tool('list', { folder: z.string() }, async ({ folder }) => {
  const names = await load(folder).catch((error) => {
    console.error(error)
    return { names: [] }
  })
  return { content: [{ type: 'text', text: JSON.stringify(names) }] }
})`,
    },
    {
      name: 'a function makes id and answer',
      code: `${SERVER}import { randomUUID } from 'node:crypto'
function fail(error: unknown) {
  const id = randomUUID()
  console.error(id, error)
  return { content: [{ type: 'text' as const, text: \`Internal error \${id}\` }], isError: true }
}
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return fail(error)
  }
})`,
    },
    {
      name: 'a file without MCP',
      filename: '/no-package/elsewhere.ts',
      code: `export async function read() {
  try {
    return await load()
  } catch (error) {
    console.error(error)
    return { isError: true, text: 'Internal error' }
  }
}`,
    },
  ],
  invalid: [
    {
      name: 'a fixed text',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    console.error('read:', error)
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
      output: null,
      errors: [{
        messageId: 'missing', line: 9, column: 12, endLine: 9, endColumn: 82,
        suggestions: [{
          messageId: 'shareId',
          output: `import crypto from 'node:crypto'
${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const errorId = crypto.randomUUID()
    console.error(errorId, 'read:', error)
    return { content: [{ type: 'text', text: \`Internal error (\${errorId})\` }], isError: true }
  }
})`,
        }],
      }],
    },
    {
      name: 'crypto is imported',
      code: `import { createHash } from 'node:crypto';
${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(createHash(file)) }] }
  } catch (error) {
    console.error(error);
    throw new Error('cannot read');
  }
})`,
      output: null,
      errors: [{
        messageId: 'missing', line: 10, column: 11, endLine: 10, endColumn: 35,
        suggestions: [{
          messageId: 'shareId',
          output: `import { createHash, randomUUID } from 'node:crypto';
${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(createHash(file)) }] }
  } catch (error) {
    const errorId = randomUUID();
    console.error(errorId, error);
    throw new Error(\`cannot read (\${errorId})\`);
  }
})`,
        }],
      }],
    },
    {
      name: 'a logger whose arguments have places of their own',
      code: `${SERVER}import pino from 'pino'
const log = pino()
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    log.error({ error }, 'cannot read')
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
      output: null,
      errors: [{ messageId: 'missing', line: 11, column: 12, endLine: 11, endColumn: 82, suggestions: [] }],
    },
    {
      name: 'a function makes the answer',
      code: `${SERVER}function fail(text: string) {
  return { content: [{ type: 'text' as const, text }], isError: true }
}
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    console.error(error)
    return fail('Internal error')
  }
})`,
      output: null,
      errors: [{ messageId: 'missing', line: 12, column: 12, endLine: 12, endColumn: 34, suggestions: [] }],
    },
    {
      name: 'a text with places for what follows it',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    console.error('read: %s', error)
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
      output: null,
      errors: [{ messageId: 'missing', line: 9, column: 12, endLine: 9, endColumn: 82, suggestions: [] }],
    },
    {
      name: 'the name is taken',
      code: `${SERVER}server.tool('read', { errorId: z.string() }, async ({ errorId }) => {
  try {
    return { content: [{ type: 'text', text: await load(errorId) }] }
  } catch (error) {
    console.error(error, errorId)
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
      output: null,
      errors: [{ messageId: 'missing', line: 9, column: 12, endLine: 9, endColumn: 82, suggestions: [] }],
    },
  ],
})
