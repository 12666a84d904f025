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

ruleTester().run('no-path-traversal, guards', rule, {
  valid: [
    {
      name: 'the root itself or below it',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  if (file !== ROOT && !file.startsWith(ROOT + path.sep)) throw new Error('outside')
  await fs.readFile(file)
  await fs.writeFile(\`\${file}.tmp\`, '')
})`,
    },
    {
      name: 'the positive form',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.normalize(name)
  if (file === ROOT || file.startsWith(\`\${ROOT}/\`)) await fs.readFile(file)
})`,
    },
    {
      name: 'a prefix without its separator is a matter of no-prefix-path-check',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  if (!file.startsWith(ROOT)) throw new Error('outside')
  await fs.readFile(file)
})`,
    },
    {
      name: 'a relative path that does not climb and is not absolute',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const relative = path.relative(ROOT, file)
  if (relative.startsWith('..') || path.isAbsolute(relative)) throw new Error('outside')
  await fs.readFile(file)
})`,
    },
    {
      name: 'a relative path, compared exactly',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const relative = path.relative(ROOT, file)
  const inside = relative !== '..' && !relative.startsWith(\`..\${path.sep}\`) && !path.isAbsolute(relative)
  if (!inside) throw new Error('outside')
  await fs.readFile(file)
})`,
    },
    {
      name: 'a relative path, tested by a pattern or by its segments',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  if (/^\\.\\.(?:[\\\\/]|$)/.test(path.relative(ROOT, file))) throw new Error('outside')
  await fs.readFile(file)
})
server.tool('delete_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  if (path.relative(ROOT, file).split(path.sep).includes('..')) throw new Error('outside')
  await fs.rm(file)
})`,
    },
    {
      name: 'the base name',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  await fs.readFile(path.join(ROOT, path.basename(name)))
})
server.tool('delete_note', { name: z.string() }, async ({ name }) => {
  if (path.basename(name) !== name) throw new Error('outside')
  await fs.rm(path.join(ROOT, name))
})`,
    },
    {
      name: 'lists of names that no client chose',
      code: `${NOTES}const NAMES = ['inbox.md', 'today.md']
const KNOWN = new Set(NAMES)
const FILES = { inbox: 'inbox.md', today: 'today.md' }
server.tool('a', { name: z.string() }, async ({ name }) => {
  if (!NAMES.includes(name)) throw new Error('unknown')
  await fs.readFile(path.join(ROOT, name))
})
server.tool('b', { name: z.string() }, async ({ name }) => {
  if (!KNOWN.has(name)) throw new Error('unknown')
  await fs.readFile(path.join(ROOT, name))
})
server.tool('c', { name: z.string() }, async ({ name }) => fs.readFile(path.join(ROOT, FILES[name])))
server.tool('d', { name: z.string() }, async ({ name }) => {
  if (!Object.hasOwn(FILES, name)) throw new Error('unknown')
  await fs.readFile(\`notes/\${name}.md\`)
})
server.tool('e', { name: z.string() }, async ({ name }) => {
  if (!NAMES.some((item) => item === name)) throw new Error('unknown')
  await fs.readFile(path.join(ROOT, name))
})`,
    },
    {
      name: 'comparison with constants',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  switch (name) {
    case 'inbox.md':
    case 'today.md':
      return fs.readFile(path.join(ROOT, name))
    default:
      throw new Error('unknown')
  }
})`,
    },
    {
      name: 'a pattern that leaves no room, and a replacement that keeps such a class only',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (!/^[\\w-]+$/.test(name)) throw new Error('invalid')
  await fs.readFile(path.join(ROOT, \`\${name}.md\`))
})
server.tool('delete_note', { name: z.string() }, async ({ name }) => {
  await fs.rm(path.join(ROOT, \`\${name.replace(/[^\\w-]/g, '_')}.md\`))
})`,
    },
    {
      name: 'no .. in what is joined to a folder',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (name.includes('..')) throw new Error('invalid')
  await fs.readFile(path.join(ROOT, name))
  await fs.readFile(\`notes/\${name}\`)
})`,
    },
    {
      name: 'no .. in what is not absolute',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (name.includes('..') || path.isAbsolute(name)) throw new Error('invalid')
  await fs.readFile(path.resolve(ROOT, name))
})`,
    },
    {
      name: 'no segment that climbs',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (name.split(/[\\\\/]/).some((part) => part === '..' || part === '')) throw new Error('invalid')
  await fs.readFile(path.join(ROOT, name))
})
server.tool('delete_note', { name: z.string() }, async ({ name }) => {
  if (!name.split('/').every((part) => part !== '..')) throw new Error('invalid')
  await fs.rm(path.join(ROOT, name))
})`,
    },
    {
      name: 'a normalized path climbs at its beginning only',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const clean = path.normalize(name)
  if (clean.startsWith('..')) throw new Error('invalid')
  await fs.readFile(path.join(ROOT, clean))
})`,
    },
    {
      name: 'the real path, checked',
      code: `${NOTES}server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const real = await fs.realpath(path.resolve(ROOT, name))
  if (!real.startsWith(ROOT + path.sep)) throw new Error('outside')
  await fs.readFile(real)
})`,
    },
    {
      name: 'one of several roots',
      code: `${NOTES}server.tool('a', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(name)
  if (!ROOTS.some((root) => file === root || file.startsWith(root + path.sep))) throw new Error('outside')
  await fs.readFile(file)
})
server.tool('b', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(name)
  if (ROOTS.every((root) => !file.startsWith(root + path.sep))) throw new Error('outside')
  await fs.readFile(file)
})
server.tool('c', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(name)
  const root = ROOTS.find((item) => file.startsWith(item + path.sep))
  if (!root) throw new Error('outside')
  await fs.readFile(file)
})`,
    },
    {
      name: 'one of several roots, in a loop',
      code: `${NOTES}function isAllowed(file) {
  for (const root of ROOTS) {
    if (file === root || file.startsWith(root + path.sep)) return true
  }
  return false
}
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(name)
  if (!isAllowed(file)) throw new Error('outside')
  await fs.readFile(file)
})`,
    },
    {
      name: 'a function that throws',
      code: `${NOTES}function assertInside(file) {
  if (file !== ROOT && !file.startsWith(ROOT + path.sep)) throw new Error('outside')
}
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  assertInside(file)
  await fs.readFile(file)
})`,
    },
    {
      name: 'a function that answers, through an alias',
      code: `${NOTES}const isInside = (file) => file === ROOT || file.startsWith(ROOT + path.sep)
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name)
  const ok = isInside(file)
  if (!ok) return { isError: true, content: [] }
  return fs.readFile(file)
})`,
    },
    {
      name: 'a function that resolves by itself',
      code: `${NOTES}function isInside(root, name) {
  const relative = path.relative(root, path.resolve(root, name))
  return !relative.startsWith('..') && !path.isAbsolute(relative)
}
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  if (!isInside(ROOT, name)) throw new Error('outside')
  await fs.readFile(path.resolve(ROOT, name))
})`,
    },
    {
      name: 'a function that gives an object with the answer',
      code: `${NOTES}function check(name) {
  const file = path.resolve(ROOT, name)
  if (!file.startsWith(ROOT + path.sep)) return { ok: false, error: 'outside' }
  return { ok: true, path: file }
}
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const result = check(name)
  if (!result.ok) throw new Error(result.error)
  await fs.readFile(result.path)
})`,
    },
    {
      name: 'a function that gives the path or nothing',
      code: `${NOTES}function resolveInside(name) {
  const file = path.resolve(ROOT, name)
  return file.startsWith(ROOT + path.sep) ? file : null
}
server.tool('read_note', { name: z.string() }, async ({ name }) => {
  const file = resolveInside(name)
  if (!file) throw new Error('outside')
  await fs.readFile(file)
})`,
    },
    {
      name: 'a method that gives the path',
      code: `${NOTES}class Folder {
  constructor(root) {
    this.root = path.resolve(root)
  }
  contains(file) {
    return file === this.root || file.startsWith(this.root + path.sep)
  }
  locate(name) {
    const file = path.resolve(this.root, name)
    if (!this.contains(file)) throw new Error('outside')
    return file
  }
}
const folder = new Folder('notes')
server.tool('read_note', { name: z.string() }, async ({ name }) => fs.readFile(folder.locate(name)))`,
    },
    {
      name: 'a loop that skips, and a list that is filtered',
      code: `${NOTES}server.tool('a', { names: z.array(z.string()) }, async ({ names }) => {
  for (const name of names) {
    const file = path.resolve(ROOT, name)
    if (!file.startsWith(ROOT + path.sep)) continue
    await fs.readFile(file)
  }
})
server.tool('b', { names: z.array(z.string()) }, async ({ names }) => {
  const files = names.map((name) => path.resolve(ROOT, name)).filter((file) => file.startsWith(ROOT + path.sep))
  return Promise.all(files.map((file) => fs.readFile(file)))
})`,
    },
  ],
  invalid: [

  ],
})

ruleTester({ typescript: true }).run('no-path-traversal, guards', rule, {
  valid: [
    {
      name: 'the reference server\'s validatePath, for new files too',
      code: `${NOTES}function isAllowed(file: string): boolean {
  if (typeof file !== 'string' || file.includes('\\x00')) return false
  const normalized = path.resolve(path.normalize(file))
  return ROOTS.some((root) => {
    if (normalized === root) return true
    if (root === path.sep) return normalized.startsWith(path.sep)
    return normalized.startsWith(root + path.sep)
  })
}
async function validatePath(requested: string): Promise<string> {
  const absolute = path.isAbsolute(requested) ? path.resolve(requested) : path.resolve(process.cwd(), requested)
  if (!isAllowed(path.normalize(absolute))) throw new Error(\`Access denied: \${absolute}\`)
  try {
    const real = await fs.realpath(absolute)
    if (!isAllowed(path.normalize(real))) throw new Error(\`Access denied: \${real}\`)
    return real
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const parent = path.dirname(absolute)
    try {
      if (!isAllowed(await fs.realpath(parent))) throw new Error(\`Access denied: \${parent}\`)
      return absolute
    } catch {
      throw new Error(\`Parent directory does not exist: \${parent}\`)
    }
  }
}
server.tool('write_note', { name: z.string() }, async ({ name }) => {
  await fs.writeFile(await validatePath(name), '')
})`,
    },
  ],
  invalid: [

  ],
})
