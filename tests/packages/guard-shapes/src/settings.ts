import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import Database from 'better-sqlite3'
import { exec, execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { listing } from 'notes-index'

const server = new McpServer({ name: 'notes', version: '1.0.0' })
const database = new Database('notes.db')
const roots = process.argv.slice(2)
const done = { content: [{ type: 'text' as const, text: 'done' }] }

function isAllowed(file: string): boolean {
  let asked = path.normalize(file).toLowerCase()
  if (asked.slice(-1) === path.sep) asked = asked.slice(0, -1)
  return roots.some((root) => {
    const folder = path.normalize(root).toLowerCase()
    if (asked === folder || asked.startsWith(folder + path.sep)) return true
    if (folder === 'c:' && process.platform === 'win32') return asked.startsWith('c:')
    return false
  })
}

function refuseOption(value: string | undefined): void {
  if (process.env.ALLOW_OPTIONS === 'true') return
  if (typeof value !== 'string' || !value.startsWith('-')) return
  throw new Error('not an option, please')
}

async function entriesOf(file: string): Promise<string[]> {
  const found: unknown = await listing()
  if (Array.isArray(found)) return found
  if (!/^[a-z]+$/.test(file)) throw new Error('no name')
  return []
}

const climbs = (value: string): boolean => value.split(/[\\/]+/).some((part) => part === '..')

server.tool('trimmed', { file: z.string() }, async ({ file }) => {
  const resolved = path.resolve(file)
  if (!isAllowed(resolved)) throw new Error('outside')
  await readFile(resolved) // safe: isAllowed, which asks another question only of a root that the operator chose
  return done
})
server.tool('show', { ref: z.string().optional() }, async ({ ref }) => {
  refuseOption(ref)
  execFileSync('git', ['show', ref ?? 'HEAD']) // safe: the operator may allow options, the author does not
  return done
})
server.tool('save', { action: z.enum(['list', 'save']), file: z.string() }, async ({ action, file }) => {
  if (action === 'save') {
    if (climbs(file) || path.isAbsolute(file)) throw new Error('outside')
  }
  if (action === 'list') return done
  if (action === 'save') await writeFile(path.join('notes', file), '') // safe: checked where action was 'save'
  await readFile(path.join('notes', file)) // expect: no-path-traversal
  return done
})
server.tool('maybe_save', { action: z.string(), file: z.string(), dry: z.boolean() }, async ({ action, file, dry }) => {
  if (dry) {
    if (action === 'save' && (climbs(file) || path.isAbsolute(file))) throw new Error('outside')
  }
  if (action === 'save') await writeFile(path.join('notes', file), '') // expect: no-path-traversal
  return done
})
server.tool('columns', { table: z.string() }, async ({ table }) => {
  const row = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?").get(table)
  if (!row) throw new Error('no such table')
  database.prepare(`PRAGMA table_info("${table}")`).all() // safe: the database has a table of that name
  return done
})
server.tool('any_row', { table: z.string() }, async ({ table }) => {
  const row = database.prepare('SELECT id FROM notes WHERE title = ?').get(table)
  if (!row) throw new Error('no such note')
  database.prepare(`PRAGMA table_info("${table}")`).all() // expect: no-string-built-query
  return done
})
server.tool('search', { query: z.string() }, async ({ query }) => {
  exec(`xdg-open 'https://example.com/?q=${encodeURIComponent(query)}'`) // safe: what is left of it cannot be a command
  return done
})
server.tool('entries', { file: z.string() }, async ({ file }) => {
  for (const entry of await entriesOf(file)) await readFile(path.join('notes', file, entry)) // expect: no-path-traversal
  return done
})
server.tool('trimmed_command', { ref: z.string() }, async ({ ref }) => {
  exec(`git show ${ref}`.trim()) // expect: no-command-injection
  return done
})
