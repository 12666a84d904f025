import pg from 'pg'
import { tool } from '@supabase/mcp-utils'
import { z } from 'zod'

const pool = new pg.Pool()

export function databaseTools() {
  return {
    list_rows: tool({ // registers: tool list_rows
      description: 'Lists the rows of a table',
      parameters: z.object({ table: z.string(), limit: z.number() }),
      execute: async ({ table, limit }) => {
        await pool.query('select * from audit limit $1', [limit]) // safe: a parameter of the query
        return pool.query(`select * from ${table} limit ${limit}`) // expect: no-string-built-query
      },
    }),
  }
}
