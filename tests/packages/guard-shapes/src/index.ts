import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  allInside, checked, errorOf, guardFor, isSafe, looksAt, NamePolicy, orNothing, statusOf, validated, verdict, verdictLater,
} from './checks.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })
const insideNotes = guardFor('notes')
const policy = new NamePolicy()
const done = { content: [{ type: 'text' as const, text: 'done' }] }

server.tool('alias', { name: z.string() }, async ({ name }) => {
  const ok = isSafe(name)
  if (!ok) return done
  await readFile(path.join('notes', name)) // safe: the pattern of isSafe
  return done
})
server.tool('renamed', { name: z.string() }, async ({ name }) => {
  const file = path.join('notes', name)
  if (!validated(name)) return { isError: true, ...done }
  await readFile(file) // safe: validated is isSafe
  return done
})
server.tool('error_text', { name: z.string() }, async ({ name }) => {
  const error = errorOf(name)
  if (error) return { isError: true, content: [{ type: 'text' as const, text: error }] }
  await readFile(path.join('notes', name)) // safe: errorOf found nothing
  return done
})
server.tool('error_text_dropped', { name: z.string() }, async ({ name }) => {
  const error = errorOf(name)
  if (error) console.error(error)
  await readFile(path.join('notes', name)) // expect: no-path-traversal
  return done
})
server.tool('valid', { name: z.string() }, async ({ name }) => {
  const { valid, reason } = verdict(name)
  if (!valid) throw new Error(reason)
  await readFile(path.join('notes', name)) // safe: valid is true
  return done
})
server.tool('valid_inverted', { name: z.string() }, async ({ name }) => {
  const { valid } = verdict(name)
  if (valid) return done
  await writeFile(path.join('notes', name), '') // expect: no-path-traversal
  return done
})
server.tool('valid_later', { name: z.string() }, async ({ name }) => {
  const result = await verdictLater(name)
  if (!result.valid) throw new Error('invalid')
  await readFile(path.join('notes', name)) // safe: valid is true
  return done
})
server.tool('status', { name: z.string() }, async ({ name }) => {
  if (statusOf(name) !== 'ok') return done
  await readFile(path.join('notes', name)) // safe: only a good name is ok
  return done
})
server.tool('nothing', { name: z.string() }, async ({ name }) => {
  const file = orNothing(name)
  if (file === null) return done
  await readFile(file) // safe: orNothing gives a path only for a good name
  return done
})
server.tool('closure', { name: z.string() }, async ({ name }) => {
  const file = path.resolve('notes', name)
  if (!insideNotes(file)) throw new Error('outside')
  await readFile(file) // safe: inside the folder that the closure keeps
  return done
})
server.tool('closure_not_asked', { name: z.string() }, async ({ name }) => {
  const file = path.resolve('notes', name)
  guardFor('notes')
  await readFile(file) // expect: no-path-traversal
  return done
})
server.tool('every', { name: z.string() }, async ({ name }) => {
  const file = path.resolve('notes', name)
  if (!allInside(file)) throw new Error('outside')
  await readFile(file) // safe: inside every root
  return done
})
server.tool('method', { name: z.string() }, async ({ name }) => {
  await policy.check(name)
  await readFile(path.join('notes', name)) // safe: the method throws
  return done
})
server.tool('static_method', { name: z.string() }, async ({ name }) => {
  if (NamePolicy.allows(name)) await readFile(path.join('notes', name)) // safe: the method is true
  else await readFile(path.join('drafts', name)) // expect: no-path-traversal
  return done
})
server.tool('cleaned', { name: z.string() }, async ({ name }) => {
  await readFile(path.join('notes', checked(name))) // safe: what comes back was checked
  await writeFile(path.join('notes', name), '') // safe: checked would have thrown
  return done
})
server.tool('looked_at', { name: z.string() }, async ({ name }) => {
  looksAt(name)
  await readFile(path.join('notes', name)) // expect: no-path-traversal
  return done
})
