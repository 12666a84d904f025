import rule from '../../src/rules/require-readonly-database.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('require-readonly-database', rule, {
  valid: [
    {
      name: 'a file without MCP',
      code: `import Database from 'better-sqlite3'
export const db = new Database('notes.db')`,
      filename: '/no-package/server.ts',
    },
    {
      name: 'read only',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import Database from 'better-sqlite3'
const db = new Database('notes.db', { readonly: true })
export const all = () => db.prepare('SELECT * FROM notes').all()`,
    },
    {
      name: 'it writes',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import Database from 'better-sqlite3'
const db = new Database('notes.db')
export const add = (text: string) => db.prepare('INSERT INTO notes VALUES (?)').run(text)`,
    },
    {
      name: 'a handler that changes a database, here by a query builder',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import Database from 'better-sqlite3'
import { MongoClient } from 'mongodb'
const notes = new MongoClient('mongodb://localhost').db('notes').collection('notes')
const server = new McpServer({ name: 'notes', version: '1.0.0' })
export const db = new Database('notes.db')
server.registerTool('clear', {}, async () => {
  await notes.deleteMany({})
  return { content: [] }
})`,
    },
    {
      name: 'a mode in quotes',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import Database from 'better-sqlite3'
const db = new Database('notes.db', { 'readonly': true })
export const all = () => db.prepare('SELECT * FROM notes').all()`,
    },
    {
      name: 'another mode of Bun',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { Database } from 'bun:sqlite'
const db = new Database('notes.db', { create: true })
export const all = () => db.query('SELECT * FROM notes').all()`,
    },
    {
      name: 'in memory',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import Database from 'better-sqlite3'
export const db = new Database(':memory:')`,
    },
    {
      name: 'options of elsewhere',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import Database from 'better-sqlite3'
import { options } from './options.js'
export const db = new Database('notes.db', options)`,
    },
  ],
  invalid: [
    {
      name: 'better-sqlite3',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import Database from 'better-sqlite3'
const db = new Database('notes.db')
export const all = () => db.prepare('SELECT * FROM notes').all()`,
      output: null,
      errors: [
        {
          messageId: 'writable',
          data: {
            option: 'readonly',
          },
          line: 3, column: 12, endLine: 3, endColumn: 36,
          suggestions: [
            {
              messageId: 'addReadonly',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import Database from 'better-sqlite3'
const db = new Database('notes.db', { readonly: true })
export const all = () => db.prepare('SELECT * FROM notes').all()`,
            },
          ],
        },
      ],
    },
    {
      name: 'node:sqlite',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { DatabaseSync } from 'node:sqlite'
const db = new DatabaseSync('notes.db', { open: true })
export const all = () => db.prepare('SELECT * FROM notes').all()`,
      output: null,
      errors: [
        {
          messageId: 'writable',
          data: {
            option: 'readOnly',
          },
          line: 3, column: 12, endLine: 3, endColumn: 56,
          suggestions: [
            {
              messageId: 'addReadonly',
              output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { DatabaseSync } from 'node:sqlite'
const db = new DatabaseSync('notes.db', { readOnly: true, open: true })
export const all = () => db.prepare('SELECT * FROM notes').all()`,
            },
          ],
        },
      ],
    },
  ],
})
