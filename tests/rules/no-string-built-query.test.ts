import rule from '../../src/rules/no-string-built-query.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

const PG = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { Pool } from 'pg'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
const pool = new Pool()
`

ruleTester().run('no-string-built-query', rule, {
  valid: [
    {
      name: 'parameters beside the query',
      code: `${PG}server.tool('find', { author: z.string() }, async ({ author }) => {
  await pool.query('SELECT * FROM notes WHERE author = $1', [author])
  await pool.query({ text: 'SELECT * FROM notes WHERE author = $1', values: [author] })
})`,
    },
    {
      name: 'a query without input',
      code: `${PG}const TABLE = 'notes'
server.tool('find', { author: z.string() }, async ({ author }) => {
  const { rows } = await pool.query(\`SELECT * FROM \${TABLE}\`)
  return { content: [{ type: 'text', text: rows.filter((row) => row.author === author).join() }] }
})`,
    },
    {
      name: 'a whole query is a matter of no-raw-query',
      code: `${PG}server.tool('query', { sql: z.string() }, async ({ sql }) => {
  await pool.query(sql)
  await pool.query(sql.trim())
  await pool.query(\`\${sql} LIMIT 100\`)
})`,
    },
    {
      name: 'placeholders that are counted, values bound',
      code: `${PG}server.tool('find', { ids: z.array(z.string()) }, async ({ ids }) => {
  const marks = ids.map((_, index) => \`$\${index + 1}\`).join(', ')
  await pool.query(\`SELECT * FROM notes WHERE id IN (\${marks})\`, ids)
})`,
    },
    {
      name: 'conditions that are collected, values bound',
      code: `${PG}server.tool('find', { author: z.string().optional() }, async ({ author }) => {
  const values = []
  const conditions = []
  if (author) {
    values.push(author)
    conditions.push(\`author = $\${values.length}\`)
  }
  let text = 'SELECT * FROM notes'
  if (conditions.length > 0) text += \` WHERE \${conditions.join(' AND ')}\`
  await pool.query(text, values)
})`,
    },
    {
      name: 'an order from a fixed list',
      code: `${PG}const COLUMNS = ['author', 'created']
const ORDERS = { newest: 'created DESC', oldest: 'created ASC' }
server.tool('a', { column: z.string() }, async ({ column }) => {
  if (!COLUMNS.includes(column)) throw new Error('unknown column')
  await pool.query(\`SELECT * FROM notes ORDER BY \${column}\`)
})
server.tool('b', { order: z.string() }, async ({ order }) => {
  await pool.query(\`SELECT * FROM notes ORDER BY \${ORDERS[order]}\`)
})
server.tool('c', { way: z.string() }, async ({ way }) => {
  await pool.query(\`SELECT * FROM notes ORDER BY author \${way.toLowerCase() === 'desc' ? 'DESC' : 'ASC'}\`)
})
server.tool('d', { column: z.enum(['author', 'created']) }, async ({ column }) => {
  await pool.query(\`SELECT * FROM notes ORDER BY \${column}\`)
})`,
    },
    {
      name: 'numbers',
      code: `${PG}server.tool('a', { limit: z.number().int() }, async ({ limit }) => {
  await pool.query(\`SELECT * FROM notes LIMIT \${limit}\`)
})
server.tool('b', { limit: z.string() }, async ({ limit }) => {
  await pool.query(\`SELECT * FROM notes LIMIT \${Number(limit)}\`)
})
server.tool('c', { limit: z.string() }, async ({ limit }) => {
  await pool.query(\`SELECT * FROM notes LIMIT \${parseInt(limit, 10)}\`)
})`,
    },
    {
      name: 'a name that its pattern keeps a name',
      code: `${PG}server.tool('find', { table: z.string() }, async ({ table }) => {
  if (!/^[a-z_]\\w*$/i.test(table)) throw new Error('invalid table')
  await pool.query(\`SELECT * FROM \${table}\`)
})`,
    },
    {
      name: 'identifiers that are quoted completely',
      code: `${PG}const quoteIdentifier = (name) => '"' + name.replace(/"/g, '""') + '"'
const quoteName = (name) => \`\\\`\${name.replaceAll('\`', '\`\`')}\\\`\`
server.tool('a', { table: z.string() }, async ({ table }) => {
  await pool.query(\`SELECT * FROM "\${table.replace(/"/g, '""')}"\`)
})
server.tool('b', { table: z.string() }, async ({ table }) => {
  await pool.query(\`SELECT * FROM \${quoteIdentifier(table)}\`)
})
server.tool('c', { table: z.string() }, async ({ table }) => {
  await pool.query(\`SELECT * FROM \${quoteName(table)}\`)
})
server.tool('d', { table: z.string() }, async ({ table }) => {
  await pool.query(\`SELECT * FROM [\${table.replace(/\\]/g, ']]')}]\`)
})
server.tool('e', { table: z.string() }, async ({ table }) => {
  const client = await pool.connect()
  await client.query(\`SELECT * FROM \${client.escapeIdentifier(table)}\`)
})`,
    },
    {
      name: 'a table that exists',
      code: `${SERVER}import Database from 'better-sqlite3'
const db = new Database('notes.db')
server.tool('describe', { table: z.string() }, async ({ table }) => {
  const tables = db.prepare('SELECT name FROM sqlite_master').all().map((row) => row.name)
  if (!tables.includes(table)) throw new Error('unknown table')
  return db.prepare(\`SELECT * FROM "\${table}"\`).all()
})`,
    },
    {
      name: 'text that is no statement, on a receiver that is not known',
      code: `${SERVER}import { log, search } from './search.js'
server.tool('find', { author: z.string() }, async ({ author }) => {
  await log.query(\`Select a note from \${author}\`)
  await search.run(\`notes by \${author}\`)
  await search.query(author)
})`,
    },
    {
      name: 'fields of a filter that are plain',
      code: `${SERVER}import { MongoClient } from 'mongodb'
const notes = new MongoClient('mongodb://db').db('app').collection('notes')
server.tool('find', { author: z.string() }, async ({ author }) => {
  await notes.find({ author, kind: { $eq: author } }).toArray()
})`,
    },
  ],
  invalid: [
    {
      name: 'pg, with a template',
      code: `${PG}server.tool('find', { author: z.string() }, async ({ author }) => {
  await pool.query(\`SELECT * FROM notes WHERE author = '\${author}'\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'pool.query', route: '' },
        line: 7, column: 20, endLine: 7, endColumn: 68,
        suggestions: [{
          messageId: 'bindParameters',
          output: `${PG}server.tool('find', { author: z.string() }, async ({ author }) => {
  await pool.query(\`SELECT * FROM notes WHERE author = $1\`, [author])
})`,
        }],
      }],
    },
    {
      name: 'pg, with a concatenation',
      code: `${PG}server.tool('find', { author: z.string() }, async ({ author }) => {
  await pool.query('SELECT * FROM notes WHERE author = \\'' + author + '\\'')
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'pool.query', route: '' },
        line: 7, column: 20, endLine: 7, endColumn: 75,
        suggestions: [{
          messageId: 'bindParameters',
          output: `${PG}server.tool('find', { author: z.string() }, async ({ author }) => {
  await pool.query('SELECT * FROM notes WHERE author = $1', [author])
})`,
        }],
      }],
    },
    {
      name: 'pg, with an object and a client of the pool',
      code: `${PG}server.tool('find', { author: z.string() }, async ({ author }) => {
  const client = await pool.connect()
  await client.query({ text: \`SELECT * FROM notes WHERE author = '\${author}'\` })
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'client.query', route: '' },
        line: 8, column: 22, endLine: 8, endColumn: 80,
      }],
    },
    {
      name: 'a receiver that is not known, by the text',
      code: `${SERVER}import { db } from './db.js'
server.tool('find', { author: z.string() }, async ({ author }) => {
  await db.all('SELECT * FROM notes WHERE author = ' + author)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:5)', sink: 'db.all', route: '' },
        line: 6, column: 16, endLine: 6, endColumn: 62,
      }],
    },
    {
      name: 'quotes around a name do not quote it',
      code: `${PG}server.tool('find', { table: z.string() }, async ({ table }) => {
  await pool.query(\`SELECT * FROM "\${table}"\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`table`', registration: 'tool find (server.js:6)', sink: 'pool.query', route: '' },
        line: 7, column: 20, endLine: 7, endColumn: 46,
      }],
    },
    {
      name: 'escaped for other quotes',
      code: `${PG}server.tool('find', { author: z.string() }, async ({ author }) => {
  await pool.query(\`SELECT * FROM notes WHERE author = '\${author.replace(/"/g, '""')}'\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'pool.query', route: '' },
        line: 7, column: 20, endLine: 7, endColumn: 88,
      }],
    },
    {
      name: 'escaped once',
      code: `${PG}server.tool('find', { author: z.string() }, async ({ author }) => {
  await pool.query(\`SELECT * FROM notes WHERE author = '\${author.replace("'", "''")}'\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'pool.query', route: '' },
        line: 7, column: 20, endLine: 7, endColumn: 87,
        suggestions: [{
          messageId: 'bindParameters',
          output: `${PG}server.tool('find', { author: z.string() }, async ({ author }) => {
  await pool.query(\`SELECT * FROM notes WHERE author = $1\`, [author])
})`,
        }],
      }],
    },
    {
      name: 'a query that begins with SELECT',
      code: `${PG}server.tool('find', { where: z.string() }, async ({ where }) => {
  const text = \`SELECT * FROM notes WHERE \${where}\`
  if (!text.toLowerCase().startsWith('select')) throw new Error('read only')
  await pool.query(text)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`where`', registration: 'tool find (server.js:6)', sink: 'pool.query', route: '' },
        line: 9, column: 20, endLine: 9, endColumn: 24,
      }],
    },
    {
      name: 'conditions with values in them',
      code: `${PG}server.tool('find', { author: z.string() }, async ({ author }) => {
  const conditions = []
  if (author) conditions.push(\`author = '\${author}'\`)
  const text = \`SELECT * FROM notes WHERE \${conditions.join(' AND ')}\`
  await pool.query(text)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'pool.query', route: '' },
        line: 10, column: 20, endLine: 10, endColumn: 24,
      }],
    },
    {
      name: 'text that is appended',
      code: `${PG}server.tool('find', { author: z.string() }, async ({ author }) => {
  let text = 'SELECT * FROM notes'
  text += \` WHERE author = '\${author}'\`
  await pool.query(text)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'pool.query', route: '' },
        line: 9, column: 20, endLine: 9, endColumn: 24,
      }],
    },
    {
      name: 'through a function of the file',
      code: `${PG}function findNotes(author) {
  return pool.query(\`SELECT * FROM notes WHERE author = '\${author}'\`)
}
server.tool('find', { author: z.string() }, async ({ author }) => findNotes(author))`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: {
          source: '`author`',
          registration: 'tool find (server.js:9)',
          sink: 'pool.query',
          route: ' through findNotes',
        },
        line: 7, column: 21, endLine: 7, endColumn: 69,
        suggestions: [{
          messageId: 'bindParameters',
          output: `${PG}function findNotes(author) {
  return pool.query(\`SELECT * FROM notes WHERE author = $1\`, [author])
}
server.tool('find', { author: z.string() }, async ({ author }) => findNotes(author))`,
        }],
      }],
    },
    {
      name: 'a whole filter',
      code: `${SERVER}import { MongoClient } from 'mongodb'
const notes = new MongoClient('mongodb://db').db('app').collection('notes')
server.tool('find', { filter: z.record(z.any()) }, async ({ filter }) => {
  await notes.find(filter).toArray()
})`,
      output: null,
      errors: [{
        messageId: 'asFilter',
        data: { source: '`filter`', registration: 'tool find (server.js:6)', sink: 'notes.find', route: '' },
        line: 7, column: 20, endLine: 7, endColumn: 26,
      }],
    },
    {
      name: 'a filter that was JSON',
      code: `${SERVER}import { MongoClient } from 'mongodb'
const notes = new MongoClient('mongodb://db').db('app').collection('notes')
server.tool('delete', { filter: z.string() }, async ({ filter }) => {
  await notes.deleteMany(JSON.parse(filter))
})`,
      output: null,
      errors: [{
        messageId: 'asFilter',
        data: { source: '`filter`', registration: 'tool delete (server.js:6)', sink: 'notes.deleteMany', route: '' },
        line: 7, column: 26, endLine: 7, endColumn: 44,
      }],
    },
  ],
})
