import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  assertInside, assertInsideAsync, checkInside, isInside, isInsideAny, looksFine, safePath, unsafePath, validatePath,
} from './guards.js'
import { Sandbox } from './sandbox.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })
const sandbox = new Sandbox(path.resolve('notes'))
const done = { content: [{ type: 'text' as const, text: 'done' }] }

server.tool('throws', { name: z.string() }, async ({ name }) => {
  const file = path.resolve('notes', name)
  assertInside(file)
  await readFile(file) // safe: assertInside throws
  return done
})
server.tool('throws_later', { name: z.string() }, async ({ name }) => {
  const file = path.resolve('notes', name)
  await readFile(file) // expect: no-path-traversal
  assertInside(file)
  return done
})
server.tool('throws_async', { name: z.string() }, async ({ name }) => {
  const file = path.resolve('notes', name)
  await assertInsideAsync(file)
  await readFile(file) // safe: assertInsideAsync throws
  return done
})
server.tool('boolean', { name: z.string() }, async ({ name }) => {
  const file = path.resolve('notes', name)
  if (!isInside(file)) throw new Error('outside')
  await readFile(file) // safe: isInside is true
  return done
})
server.tool('boolean_dropped', { name: z.string() }, async ({ name }) => {
  const file = path.resolve('notes', name)
  isInside(file)
  await readFile(file) // expect: no-path-traversal
  return done
})
server.tool('boolean_variable', { name: z.string() }, async ({ name }) => {
  const file = path.resolve('notes', name)
  const inside = isInside(file)
  if (!inside) return { isError: true, ...done }
  await readFile(file) // safe: isInside is true
  return done
})
server.tool('object', { name: z.string() }, async ({ name }) => {
  const result = checkInside(name)
  if (!result.ok) throw new Error(result.error)
  await readFile(result.path) // safe: the path is given only if it is inside
  await writeFile(path.resolve('notes', name), '') // expect: no-path-traversal
  return done
})
server.tool('returns', { name: z.string() }, async ({ name }) => {
  await readFile(safePath(name)) // safe: safePath throws
  return done
})
server.tool('returns_unsafe', { name: z.string() }, async ({ name }) => {
  await readFile(unsafePath(name)) // expect: no-path-traversal
  return done
})
server.tool('returns_async', { name: z.string() }, async ({ name }) => {
  const file = await validatePath(name)
  await readFile(file) // safe: validatePath resolves links and throws
  return done
})
server.tool('roots', { name: z.string() }, async ({ name }) => {
  const file = path.resolve(name)
  if (!isInsideAny(file)) throw new Error('outside')
  await readFile(file) // safe: inside one of the roots
  return done
})
server.tool('by_name_only', { name: z.string() }, async ({ name }) => {
  if (!looksFine(name)) throw new Error('invalid')
  await readFile(path.join('notes', name)) // expect: no-path-traversal
  return done
})
server.tool('method', { name: z.string() }, async ({ name }) => {
  const file = sandbox.resolve(name)
  await readFile(file) // safe: the method throws
  return done
})
server.tool('method_unused', { name: z.string() }, async ({ name }) => {
  await readFile(path.join(sandbox.root, name)) // expect: no-path-traversal
  return done
})
server.tool('method_boolean', { name: z.string() }, async ({ name }) => {
  const file = path.resolve('notes', name)
  if (sandbox.contains(file)) await readFile(file) // safe: the method is true
  else await writeFile(file, '') // expect: no-path-traversal
  return done
})
