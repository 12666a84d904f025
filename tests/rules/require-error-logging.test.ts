import rule from '../../src/rules/require-error-logging.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

ruleTester({ typescript: true }).run('require-error-logging', rule, {
  valid: [
    {
      name: 'logged on the console',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    console.error('cannot read', error)
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
    },
    {
      name: 'logged by a library',
      code: `${SERVER}import pino from 'pino'
const log = pino()
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    log.child({ tool: 'read' }).error({ err: error }, 'cannot read')
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
    },
    {
      name: 'logged by a function that a library made',
      code: `${SERVER}import createDebug from 'debug'
const say = createDebug('notes')
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch {
    say('cannot read')
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
    },
    {
      name: 'one code is expected, in a function that several handlers call',
      code: `${SERVER}async function loadAll() {
  try {
    return await load('all')
  } catch (error) {
    if (error.code === 'ENOENT') return { notes: [] }
    throw error
  }
}
server.tool('first', {}, async () => ({ content: [{ type: 'text', text: JSON.stringify(await loadAll()) }] }))
server.tool('second', {}, async () => ({ content: [{ type: 'text', text: JSON.stringify(await loadAll()) }] }))`,
    },
    {
      name: 'what is answered instead is no answer to the error',
      code: `${SERVER}import { realpath } from 'node:fs/promises'
async function locate(file: string) {
  try {
    return await realpath(file)
  } catch {
    return file
  }
}
server.tool('locate', { file: z.string() }, async ({ file }) => ({ content: [{ type: 'text', text: await locate(file) }] }))`,
    },
    {
      name: 'logged in the end',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  let failure
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    failure = error
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  } finally {
    console.error('read', failure)
  }
})`,
    },
    {
      name: 'logged to the client',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    await server.sendLoggingMessage({ level: 'error', data: 'cannot read' })
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
    },
    {
      name: 'logged by a function of the package',
      code: `${SERVER}function fail(error: unknown) {
  process.stderr.write(String(error))
  return { content: [{ type: 'text' as const, text: 'Internal error' }], isError: true }
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
      name: 'logged by a function that its name gives away',
      code: `${SERVER}import { logFailure } from './elsewhere.js'
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch {
    logFailure('read')
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
    },
    {
      name: 'given to a function that cannot be seen',
      code: `${SERVER}import { toResult } from 'some-package'
server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return toResult(error)
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
      name: 'thrown on in another error',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    throw new Error('cannot read', { cause: error })
  }
})`,
    },
    {
      name: 'one code is expected, all else is thrown on',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    if (error.code === 'ENOENT') return { content: [{ type: 'text', text: 'No such note' }], isError: true }
    throw error
  }
})`,
    },
    {
      name: 'an answer to a question',
      code: `${SERVER}import { access } from 'node:fs/promises'
async function exists(file: string) {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}
server.tool('exists', { file: z.string() }, async ({ file }) => (
  { content: [{ type: 'text', text: await exists(file) ? 'yes' : 'no' }] }
))`,
    },
    {
      name: 'what cannot be read is the fault of whoever wrote it',
      code: `${SERVER}server.tool('read', { query: z.string() }, async ({ query }) => {
  try {
    return { content: [{ type: 'text', text: find(JSON.parse(query)) }] }
  } catch (error) {
    console.error(error)
    return { content: [{ type: 'text', text: 'Failed' }], isError: true }
  }
})
server.tool('parse', { query: z.string() }, async ({ query }) => {
  let parsed
  try {
    parsed = JSON.parse(query)
  } catch {
    return { content: [{ type: 'text', text: 'The query is no JSON' }], isError: true }
  }
  return { content: [{ type: 'text', text: parsed.name }] }
})`,
    },
    {
      name: 'logged by the caller',
      code: `${SERVER}async function run(file: string) {
  try {
    return { content: [{ type: 'text' as const, text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text' as const, text: String(error) }], isError: true }
  }
}
server.tool('read', { file: z.string() }, async ({ file }) => {
  const result = await run(file)
  if (result.isError) console.error('read failed', result)
  return result
})`,
    },
    {
      name: 'logged where the package has all its handlers wrapped',
      code: `${SERVER}const wrapped = (work: (given: { file: string }) => Promise<string>) => async (given: { file: string }) => {
  try {
    return { content: [{ type: 'text' as const, text: await work(given) }] }
  } catch (error) {
    console.error(error)
    return { content: [{ type: 'text' as const, text: 'Internal error' }], isError: true }
  }
}
server.tool('read', { file: z.string() }, wrapped(async ({ file }) => {
  try {
    return await load(file)
  } catch {
    throw new Error('cannot read')
  }
}))`,
    },
    {
      name: 'no handler leads there',
      code: `${SERVER}export async function start() {
  try {
    await server.connect(transport)
  } catch {
    return { content: [{ type: 'text', text: 'failed' }] }
  }
}`,
    },
    {
      name: 'a file without MCP',
      filename: '/no-package/elsewhere.ts',
      code: `export async function read() {
  try {
    return await load()
  } catch {
    return { isError: true }
  }
}`,
    },
  ],
  invalid: [
    {
      name: 'the text of the error goes to the client alone',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text', text: String(error) }], isError: true }
  }
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 7, column: 5, endLine: 7, endColumn: 18 }],
    },
    {
      name: 'a fixed answer',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch {
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 7, column: 5, endLine: 7, endColumn: 10 }],
    },
    {
      name: 'a log before it went wrong tells nothing of that',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  console.error('read', file)
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch {
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 8, column: 5, endLine: 8, endColumn: 10 }],
    },
    {
      name: 'another error is thrown, which tells nothing of it',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    throw new Error('cannot read')
  }
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 7, column: 5, endLine: 7, endColumn: 18 }],
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
    return fail(error.message)
  }
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 10, column: 5, endLine: 10, endColumn: 18 }],
    },
    {
      name: 'in a function that handlers share, once',
      code: `${SERVER}async function run(file: string) {
  try {
    return { content: [{ type: 'text' as const, text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text' as const, text: String(error) }], isError: true }
  }
}
server.tool('read', { file: z.string() }, async ({ file }) => run(file))
server.tool('show', { file: z.string() }, async ({ file }) => run(file))`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 7, column: 5, endLine: 7, endColumn: 18 }],
    },
    {
      name: 'an empty list in the place of what could not be read',
      code: `${SERVER}async function list(folder: string) {
  try {
    return await loadAll(folder)
  } catch {
    return []
  }
}
server.tool('list', { folder: z.string() }, async ({ folder }) => (
  { content: [{ type: 'text', text: JSON.stringify(await list(folder)) }] }
))`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 7, column: 5, endLine: 7, endColumn: 10 }],
    },
    {
      name: 'by a promise',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => (
  load(file).catch((error) => ({ content: [{ type: 'text', text: error.message }], isError: true }))
))`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 5, column: 20, endLine: 5, endColumn: 32 }],
    },
    {
      name: 'the text is kept for later',
      code: `${SERVER}server.tool('read', { files: z.array(z.string()) }, async ({ files }) => {
  const lines: string[] = []
  for (const file of files) {
    try {
      lines.push(await load(file))
    } catch (error) {
      lines.push(\`\${file}: \${error.message}\`)
    }
  }
  return { content: [{ type: 'text', text: lines.join('\\n') }] }
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 9, column: 7, endLine: 9, endColumn: 20 }],
    },
    {
      name: 'only one of two tools logs it',
      code: `${SERVER}server.tool('read', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    console.error(error)
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})
server.tool('show', { file: z.string() }, async ({ file }) => {
  try {
    return { content: [{ type: 'text', text: await load(file) }] }
  } catch (error) {
    return { content: [{ type: 'text', text: 'Internal error' }], isError: true }
  }
})`,
      output: null,
      errors: [{ messageId: 'unlogged', line: 15, column: 5, endLine: 15, endColumn: 18 }],
    },
  ],
})
