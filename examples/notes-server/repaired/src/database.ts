import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { config } from './config.js'
import { takeCall } from './rate-limit.js'
import { failed, refused, reply } from './results.js'

interface Entry {
  id: number
  title: string
  tag: string
  updated: string
}

const db = new Database(config.database, { readonly: true, fileMustExist: true })

const SORT_COLUMNS = { updated: 'updated', title: 'title' } as const

const Tag = z
  .string()
  .max(50)
  .regex(/^[\w-]+$/)
const EntryId = z.string().max(10).regex(/^\d+$/)

export function registerDatabase(server: McpServer): void {
  server.registerTool(
    'list_by_tag',
    {
      title: 'List entries by tag',
      description: 'Lists the entries that carry a tag, newest first.',
      inputSchema: { tag: Tag, sort: z.enum(['updated', 'title']).default('updated') },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ tag, sort }) => {
      if (!takeCall('list_by_tag')) return refused('list_by_tag', 'rate-limit')
      try {
        const sql = `SELECT id, title FROM entries WHERE tag = ? ORDER BY ${SORT_COLUMNS[sort]} DESC`
        return replyRows(db.prepare(sql).all(tag))
      } catch (error) {
        return failed('list_by_tag', error)
      }
    },
  )

  server.registerTool(
    'search_entries',
    {
      title: 'Search entries',
      description: 'Finds entries whose title contains a text.',
      inputSchema: { text: z.string().max(200), tag: Tag.optional() },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ text, tag }) => {
      if (!takeCall('search_entries')) return refused('search_entries', 'rate-limit')
      try {
        let sql = 'SELECT id, title FROM entries WHERE title LIKE ?'
        const values = [`%${text}%`]
        if (tag) {
          sql += ' AND tag = ?'
          values.push(tag)
        }
        return replyRows(db.prepare(sql).all(...values))
      } catch (error) {
        return failed('search_entries', error)
      }
    },
  )

  server.registerTool(
    'get_entry',
    {
      title: 'Get entry',
      description: 'Returns one entry.',
      inputSchema: { id: EntryId },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ id }) => {
      if (!takeCall('get_entry')) return refused('get_entry', 'rate-limit')
      try {
        const entry = db.prepare('SELECT * FROM entries WHERE id = ?').get(id) as Entry
        return replyRows(entry)
      } catch (error) {
        return failed('get_entry', error)
      }
    },
  )

  server.registerTool(
    'count_rows',
    {
      title: 'Count rows',
      description: 'Counts the rows of a table.',
      inputSchema: { table: z.enum(['entries', 'tags']) },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ table }) => {
      if (!takeCall('count_rows')) return refused('count_rows', 'rate-limit')
      try {
        const row = db.prepare(`SELECT count(*) AS rows FROM ${table}`).get()
        return replyRows(row)
      } catch (error) {
        return failed('count_rows', error)
      }
    },
  )

  server.registerTool(
    'delete_entry',
    {
      title: 'Delete entry',
      description: 'Deletes one entry.',
      inputSchema: { id: EntryId },
      annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: false },
    },
    async ({ id }) => {
      if (!takeCall('delete_entry')) return refused('delete_entry', 'rate-limit')
      if (!config.allowDelete) return refused('delete_entry', 'not-permitted')
      try {
        deleteEntry(id)
        return reply('Deleted the entry.')
      } catch (error) {
        return failed('delete_entry', error)
      }
    },
  )
}

/** Opens the database for writing for this one statement; everything else reads. */
function deleteEntry(id: string): void {
  const writable = new Database(config.database, { fileMustExist: true })
  try {
    writable.prepare('DELETE FROM entries WHERE id = ?').run(id)
  } finally {
    writable.close()
  }
}

function replyRows(rows: unknown) {
  return reply(JSON.stringify(rows, null, 2))
}
