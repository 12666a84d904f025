import rule from '../../src/rules/no-path-traversal.ts'
import { ruleTester } from '../support/rule-tester.ts'

const NOTES = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import fs from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
const ROOT = path.resolve('notes')
const ROOTS = ['notes', 'drafts'].map((folder) => path.resolve(folder))
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

ruleTester().run('no-path-traversal, checks that prove nothing', rule, {
  valid: [

  ],
  invalid: [
    {
      name: 'a prefix check on a path that was not resolved',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = \`\${ROOT}/\${name}\`
  if (!file.startsWith(ROOT + path.sep)) throw new Error('outside')
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 11, column: 21, endLine: 11, endColumn: 25,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = \`\${ROOT}/\${name}\`
  const relative = path.relative(ROOT, file)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  if (!file.startsWith(ROOT + path.sep)) throw new Error('outside')
  await fs.readFile(file)
})`,
        }],
      }],
    },
    {
      name: '.. refused, absolute paths resolved',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (name.includes('..')) throw new Error('invalid')
  await fs.readFile(path.resolve(ROOT, name))
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 10, column: 21, endLine: 10, endColumn: 45,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (name.includes('..')) throw new Error('invalid')
  const resolved = path.resolve(ROOT, name)
  const relative = path.relative(ROOT, resolved)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  await fs.readFile(resolved)
})`,
        }],
      }],
    },
    {
      name: '.. refused after normalize',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const clean = path.normalize(name)
  if (clean.includes('..')) throw new Error('invalid')
  await fs.readFile(clean)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 11, column: 21, endLine: 11, endColumn: 26,
      }],
    },
    {
      name: '.. refused after join',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.join(ROOT, name)
  if (file.includes('..')) throw new Error('invalid')
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 11, column: 21, endLine: 11, endColumn: 25,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.join(ROOT, name)
  const relative = path.relative(ROOT, file)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  if (file.includes('..')) throw new Error('invalid')
  await fs.readFile(file)
})`,
        }],
      }],
    },
    {
      name: '.. refused at the beginning only',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (name.startsWith('..')) throw new Error('invalid')
  await fs.readFile(path.join(ROOT, name))
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 10, column: 21, endLine: 10, endColumn: 42,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (name.startsWith('..')) throw new Error('invalid')
  const resolved = path.resolve(path.join(ROOT, name))
  const relative = path.relative(ROOT, resolved)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  await fs.readFile(resolved)
})`,
        }],
      }],
    },
    {
      name: '.. taken out once',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  await fs.readFile(path.join(ROOT, name.replace(/\\.\\.\\//g, '')))
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 9, column: 21, endLine: 9, endColumn: 65,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const resolved = path.resolve(path.join(ROOT, name.replace(/\\.\\.\\//g, '')))
  const relative = path.relative(ROOT, resolved)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  await fs.readFile(resolved)
})`,
        }],
      }],
    },
    {
      name: 'an extension alone',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (path.extname(name) !== '.md' || !name.endsWith('.md')) throw new Error('invalid')
  await fs.readFile(path.join(ROOT, name))
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 10, column: 21, endLine: 10, endColumn: 42,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (path.extname(name) !== '.md' || !name.endsWith('.md')) throw new Error('invalid')
  const resolved = path.resolve(path.join(ROOT, name))
  const relative = path.relative(ROOT, resolved)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  await fs.readFile(resolved)
})`,
        }],
      }],
    },
    {
      name: 'a relative path that may climb',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  if (path.isAbsolute(path.relative(ROOT, file))) throw new Error('outside')
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 11, column: 21, endLine: 11, endColumn: 25,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const relative = path.relative(ROOT, file)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  if (path.isAbsolute(path.relative(ROOT, file))) throw new Error('outside')
  await fs.readFile(file)
})`,
        }],
      }],
    },
    {
      name: 'a pattern without anchors',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (!/[\\w-]+/.test(name)) throw new Error('invalid')
  await fs.readFile(path.join(ROOT, name))
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 10, column: 21, endLine: 10, endColumn: 42,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (!/[\\w-]+/.test(name)) throw new Error('invalid')
  const resolved = path.resolve(path.join(ROOT, name))
  const relative = path.relative(ROOT, resolved)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  await fs.readFile(resolved)
})`,
        }],
      }],
    },
    {
      name: 'that it exists proves nothing',
      code: `${NOTES}import { existsSync } from 'node:fs'
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  if (!existsSync(file)) throw new Error('missing')
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:9)', sink: 'fs.readFile', route: '' },
        line: 12, column: 21, endLine: 12, endColumn: 25,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}import { existsSync } from 'node:fs'
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const relative = path.relative(ROOT, file)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  if (!existsSync(file)) throw new Error('missing')
  await fs.readFile(file)
})`,
        }],
      }],
    },
    {
      name: 'a check after the sink',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const text = await fs.readFile(file, 'utf8')
  if (!file.startsWith(ROOT + path.sep)) throw new Error('outside')
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 10, column: 34, endLine: 10, endColumn: 38,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const relative = path.relative(ROOT, file)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  const text = await fs.readFile(file, 'utf8')
  if (!file.startsWith(ROOT + path.sep)) throw new Error('outside')
  return { content: [{ type: 'text', text }] }
})`,
        }],
      }],
    },
    {
      name: 'a check on another path',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const draft = path.resolve(ROOT, 'drafts', name)
  if (!draft.startsWith(ROOT + path.sep)) throw new Error('outside')
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 12, column: 21, endLine: 12, endColumn: 25,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const relative = path.relative(ROOT, file)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  const draft = path.resolve(ROOT, 'drafts', name)
  if (!draft.startsWith(ROOT + path.sep)) throw new Error('outside')
  await fs.readFile(file)
})`,
        }],
      }],
    },
    {
      name: 'an answer that is dropped',
      code: `${NOTES}const isInside = (file) => file.startsWith(ROOT + path.sep)
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  isInside(file)
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:9)', sink: 'fs.readFile', route: '' },
        line: 12, column: 21, endLine: 12, endColumn: 25,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}const isInside = (file) => file.startsWith(ROOT + path.sep)
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const relative = path.relative(ROOT, file)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  isInside(file)
  await fs.readFile(file)
})`,
        }],
      }],
    },
    {
      name: 'a refusal that only logs',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  if (!file.startsWith(ROOT + path.sep)) console.error('outside')
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 11, column: 21, endLine: 11, endColumn: 25,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const relative = path.relative(ROOT, file)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  if (!file.startsWith(ROOT + path.sep)) console.error('outside')
  await fs.readFile(file)
})`,
        }],
      }],
    },
    {
      name: 'a refusal that is swallowed',
      code: `${NOTES}function assertInside(file) {
  if (!file.startsWith(ROOT + path.sep)) throw new Error('outside')
}
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  try {
    assertInside(file)
  } catch (error) {
    console.error(error)
  }
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:11)', sink: 'fs.readFile', route: '' },
        line: 18, column: 21, endLine: 18, endColumn: 25,
        suggestions: [{
          messageId: 'checkContainment',
          output: `${NOTES}function assertInside(file) {
  if (!file.startsWith(ROOT + path.sep)) throw new Error('outside')
}
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const relative = path.relative(ROOT, file)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  try {
    assertInside(file)
  } catch (error) {
    console.error(error)
  }
  await fs.readFile(file)
})`,
        }],
      }],
    },
    {
      name: 'the argument of a function that gives a safe path',
      code: `${NOTES}function resolveInside(name) {
  const file = path.resolve(ROOT, name)
  return file.startsWith(ROOT + path.sep) ? file : null
}
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = resolveInside(name)
  if (!file) throw new Error('outside')
  await fs.readFile(name)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:12)', sink: 'fs.readFile', route: '' },
        line: 15, column: 21, endLine: 15, endColumn: 25,
      }],
    },
    {
      name: 'outside one of several roots',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(name)
  if (ROOTS.some((root) => !file.startsWith(root + path.sep))) console.error('outside one')
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 11, column: 21, endLine: 11, endColumn: 25,
      }],
    },
    {
      name: 'inside of not every root',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(name)
  if (ROOTS.every((root) => file.startsWith(root + path.sep))) throw new Error('inside all')
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`name`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 11, column: 21, endLine: 11, endColumn: 25,
      }],
    },
    {
      name: 'a root that the client chooses',
      code: `${NOTES}server.tool('read_note', { root: z.string(), name: z.string() }, async ({ root, name }) => {
  const file = path.resolve(root, name)
  if (!file.startsWith(root + path.sep)) throw new Error('outside')
  await fs.readFile(file)
})`,
      output: null,
      errors: [{
        messageId: 'leaves',
        data: { source: '`root`', registration: 'tool read_note (server.js:8)', sink: 'fs.readFile', route: '' },
        line: 11, column: 21, endLine: 11, endColumn: 25,
      }],
    },
  ],
})
