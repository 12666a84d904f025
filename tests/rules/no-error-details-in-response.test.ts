import rule from '../../src/rules/no-error-details-in-response.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

ruleTester({ typescript: true }).run('no-error-details-in-response', rule, {
  valid: [
    {
      name: 'fixed text and an id',
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
      name: 'an error of the package',
      code: `${SERVER}class NoteError extends Error {}
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    if (error instanceof NoteError) return { content: [{ type: 'text', text: error.message }], isError: true }
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
    },
    {
      name: 'what a schema says of the input',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const text = error instanceof z.ZodError ? error.message : 'Internal error'
    return { content: [{ type: 'text', text }], isError: true }
  }
})`,
    },
    {
      name: 'a code',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text', text: \`Failed: \${error.code}\` }], isError: true }
  }
})`,
    },
    {
      name: 'thrown on as it is',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    throw error
  }
})`,
    },
    {
      name: 'caught again',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    try {
      return { content: [{ type: 'text', text: await load(file) }] }
    } catch (error) {
      throw new Error(\`Cannot load: \${error.message}\`)
    }
  } catch (error) {
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
    },
    {
      name: 'its stack is another matter',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text', text: error.stack ?? error.message }], isError: true }
  }
})`,
    },
  ],
  invalid: [
    {
      name: 'in each of two clauses',
      code: `${SERVER}async function guarded(work) {
  try {
    await connect()
  } catch (error) {
    return { isError: true, content: [{ type: 'text', text: \`No connection: \${error}, \${status}\` }] }
  }
  try {
    return await work()
  } catch (error) {
    return { isError: true, content: [{ type: 'text', text: \`Failed: \${error}, \${status}\` }] }
  }
}
server.tool('read', { file: z.string() }, async ({ file }) => guarded(() => load(file)))`,
      output: null,
      errors: [
        {
          messageId: 'details', line: 8, column: 61, endLine: 8, endColumn: 97,
          suggestions: [{
            messageId: 'errorId',
            output: `${SERVER}async function guarded(work) {
  try {
    await connect()
  } catch (error) {
    const errorId = crypto.randomUUID()
    console.error(errorId, error)
    return { isError: true, content: [{ type: 'text', text: \`Internal error \${errorId}\` }] }
  }
  try {
    return await work()
  } catch (error) {
    return { isError: true, content: [{ type: 'text', text: \`Failed: \${error}, \${status}\` }] }
  }
}
server.tool('read', { file: z.string() }, async ({ file }) => guarded(() => load(file)))`,
          }],
        },
        {
          messageId: 'details', line: 13, column: 61, endLine: 13, endColumn: 90,
          suggestions: [{
            messageId: 'errorId',
            output: `${SERVER}async function guarded(work) {
  try {
    await connect()
  } catch (error) {
    return { isError: true, content: [{ type: 'text', text: \`No connection: \${error}, \${status}\` }] }
  }
  try {
    return await work()
  } catch (error) {
    const errorId = crypto.randomUUID()
    console.error(errorId, error)
    return { isError: true, content: [{ type: 'text', text: \`Internal error \${errorId}\` }] }
  }
}
server.tool('read', { file: z.string() }, async ({ file }) => guarded(() => load(file)))`,
          }],
        },
      ],
    },
    {
      name: 'the message',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text', text: \`Failed: \${error.message}\` }], isError: true }
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'details',
          line: 8, column: 46, endLine: 8, endColumn: 72,
          suggestions: [
            {
              messageId: 'errorId',
              output: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const errorId = crypto.randomUUID()
    console.error(errorId, error)
    return { content: [{ type: 'text', text: \`Internal error \${errorId}\` }], isError: true }
  }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the error as text, through a variable',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { content: [{ type: 'text', text }], isError: true }
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'details',
          line: 9, column: 40, endLine: 9, endColumn: 44,
          suggestions: [
            {
              messageId: 'errorId',
              output: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const errorId = crypto.randomUUID()
    console.error(errorId, error)
    const text = error instanceof Error ? error.message : String(error)
    return { content: [{ type: 'text', text: \`Internal error \${errorId}\` }], isError: true }
  }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a function for all answers',
      code: `${SERVER}function failure(problem) {
  return { content: [{ type: 'text', text: 'Error: ' + problem }], isError: true }
}
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return failure(error)
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'details',
          line: 5, column: 44, endLine: 5, endColumn: 63,
        },
      ],
    },
    {
      name: 'in the text of the error that is thrown',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    throw new Error(\`Cannot load: \${error.message}\`)
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'thrown',
          line: 8, column: 11, endLine: 8, endColumn: 53,
          suggestions: [
            {
              messageId: 'errorId',
              output: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const errorId = crypto.randomUUID()
    console.error(errorId, error)
    throw new Error(\`Internal error \${errorId}\`)
  }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a JSON-RPC error',
      code: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  try {
    return await run(params)
  } catch (error) {
    throw new McpError(ErrorCode.InternalError, String(error))
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'thrown',
          line: 8, column: 11, endLine: 8, endColumn: 63,
          suggestions: [
            {
              messageId: 'errorId',
              output: `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'notes', version: '1.0.0' }, { capabilities: { tools: {} } })
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  try {
    return await run(params)
  } catch (error) {
    const errorId = crypto.randomUUID()
    console.error(errorId, error)
    throw new McpError(ErrorCode.InternalError, \`Internal error \${errorId}\`)
  }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a result that is plain text',
      code: `import { FastMCP } from 'fastmcp'
import { z } from 'zod'
const server = new FastMCP({ name: 'notes', version: '1.0.0' })
server.addTool({ name: 'read', parameters: z.object({}), execute: async () => {
  try {
    return await load()
  } catch (error) {
    return JSON.stringify(error)
  }
} })`,
      output: null,
      errors: [
        {
          messageId: 'details',
          line: 8, column: 12, endLine: 8, endColumn: 33,
          suggestions: [
            {
              messageId: 'errorId',
              output: `import { FastMCP } from 'fastmcp'
import { z } from 'zod'
const server = new FastMCP({ name: 'notes', version: '1.0.0' })
server.addTool({ name: 'read', parameters: z.object({}), execute: async () => {
  try {
    return await load()
  } catch (error) {
    const errorId = crypto.randomUUID()
    console.error(errorId, error)
    return \`Internal error \${errorId}\`
  }
} })`,
            },
          ],
        },
      ],
    },
    {
      name: 'from an error callback',
      code: `import { execFile } from 'node:child_process'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.tool('read', { file: z.string() }, async ({ file }) => {
  return new Promise((resolve) => {
    execFile('git', ['log'], (error, stdout) => {
      resolve({ content: [{ type: 'text', text: error ? error.message : stdout }] })
    })
  })
})`,
      output: null,
      errors: [
        {
          messageId: 'details',
          line: 8, column: 49, endLine: 8, endColumn: 79,
        },
      ],
    },
    {
      name: 'a second text of the clause gets the id that is there',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const errorId = crypto.randomUUID()
    console.error(errorId, error)
    if (file === '') return { content: [{ type: 'text', text: \`Internal error \${errorId}\` }], isError: true }
    return { content: [{ type: 'text', text: error.message }], isError: true }
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'details',
          line: 11, column: 46, endLine: 11, endColumn: 59,
          suggestions: [
            {
              messageId: 'errorId',
              output: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const errorId = crypto.randomUUID()
    console.error(errorId, error)
    if (file === '') return { content: [{ type: 'text', text: \`Internal error \${errorId}\` }], isError: true }
    return { content: [{ type: 'text', text: \`Internal error \${errorId}\` }], isError: true }
  }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'before a statement that would go on with the log',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    (await notify)(file)
    return { content: [{ type: 'text', text: error.message }], isError: true }
  }
})`,
      output: null,
      errors: [
        {
          messageId: 'details',
          line: 9, column: 46, endLine: 9, endColumn: 59,
          suggestions: [
            {
              messageId: 'errorId',
              output: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    const errorId = crypto.randomUUID();
    console.error(errorId, error);
    (await notify)(file)
    return { content: [{ type: 'text', text: \`Internal error \${errorId}\` }], isError: true }
  }
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'with the crypto of the file itself',
      code: `${SERVER}import { crypto } from './crypto.js'
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text', text: error.message }], isError: true }
  }
})`,
      output: null,
      errors: [
        { messageId: 'details', line: 9, column: 46, endLine: 9, endColumn: 59 },
      ],
    },
    {
      name: 'a comment would be lost',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text', text: 'Failed: ' + /* short */ error.message }], isError: true }
  }
})`,
      output: null,
      errors: [
        { messageId: 'details', line: 8, column: 46, endLine: 8, endColumn: 84 },
      ],
    },
  ],
})
