import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import Database from 'better-sqlite3'
import { z } from 'zod'

interface Entry {
  id: number
  title: string
  tag: string
  updated: string
}

const db = new Database(process.env.NOTES_DB ?? 'notes.db')

export function registerDatabase(server: McpServer): void {
  server.registerTool(
    'list_by_tag',
    {
      title: 'List entries by tag',
      description: 'Lists the entries that carry a tag, newest first.',
      inputSchema: { tag: z.string(), sort: z.string().default('updated') },
    },
    async ({ tag, sort }) => {
      const sql = `SELECT id, title FROM entries WHERE tag = '${tag}' ORDER BY ${sort} DESC`
      return reply(db.prepare(sql).all()) // expect: no-string-built-query
    },
  )

  server.registerTool(
    'search_entries',
    {
      title: 'Search entries',
      description: 'Finds entries whose title contains a text.',
      inputSchema: { text: z.string(), tag: z.string().optional() },
    },
    async ({ text, tag }) => {
      let sql = "SELECT id, title FROM entries WHERE title LIKE '%" + text + "%'"
      if (tag) sql += " AND tag = '" + tag + "'"
      return reply(db.prepare(sql).all()) // expect: no-string-built-query
    },
  )

  server.registerTool(
    'get_entry',
    {
      title: 'Get entry',
      description: 'Returns one entry.',
      inputSchema: { id: z.string() },
    },
    async ({ id }) => {
      const entry = db.prepare('SELECT * FROM entries WHERE id = ?').get(id) as Entry // safe: a bound parameter
      return reply(entry)
    },
  )

  server.registerTool(
    'count_rows',
    {
      title: 'Count rows',
      description: 'Counts the rows of a table.',
      inputSchema: { table: z.enum(['entries', 'tags']) },
    },
    async ({ table }) => {
      const row = db.prepare(`SELECT count(*) AS rows FROM ${table}`).get() // safe: the schema leaves two constants
      return reply(row)
    },
  )

  server.registerTool(
    'delete_entry',
    {
      title: 'Delete entry',
      description: 'Deletes one entry.',
      inputSchema: { id: z.string() },
      annotations: { destructiveHint: true },
    },
    async ({ id }) => {
      try {
        deleteFrom('entries', id)
        return reply({ deleted: id })
      } catch (error) {
        // The driver's message names tables and columns.
        throw new Error(`SQLite failed: ${(error as Error).message}`) // expect: no-error-details-in-response
      }
    },
  )
}

function deleteFrom(table: string, id: string): void {
  db.exec(`DELETE FROM ${table} WHERE id = ${id}`) // expect: no-string-built-query
}

function reply(rows: unknown): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(rows, null, 2) }] }
}
