import rule from '../../src/rules/no-string-built-query.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

ruleTester().run('no-string-built-query, drivers', rule, {
  valid: [
    {
      name: 'tagged templates and bound values of each library',
      code: `${SERVER}import { PrismaClient } from '@prisma/client'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import mssql from 'mssql'
import postgres from 'postgres'
const prisma = new PrismaClient()
const db = drizzle('postgres://db')
const tag = postgres('postgres://db')
server.tool('find', { author: z.string() }, async ({ author }) => {
  await prisma.$queryRaw\`SELECT * FROM notes WHERE author = \${author}\`
  await prisma.note.findMany({ where: { author } })
  await db.execute(sql\`SELECT * FROM notes WHERE author = \${author}\`)
  await tag\`SELECT * FROM notes WHERE author = \${author}\`
  await mssql.query\`SELECT * FROM notes WHERE author = \${author}\`
  await new mssql.Request().input('author', author).query('SELECT * FROM notes WHERE author = @author')
})`,
    },
    {
      name: 'query builders',
      code: `${SERVER}import knex from 'knex'
import { DataSource } from 'typeorm'
const db = knex({ client: 'pg' })
const source = new DataSource({ type: 'postgres' })
server.tool('find', { author: z.string() }, async ({ author }) => {
  await db('notes').where({ author }).whereRaw('author = ?', [author])
  await source.getRepository('Note').createQueryBuilder('n').where('n.author = :author', { author }).getMany()
})`,
    },
  ],
  invalid: [
    {
      name: 'mysql2',
      code: `${SERVER}import mysql from 'mysql2/promise'
const pool = mysql.createPool({ host: 'db' })
server.tool('find', { author: z.string() }, async ({ author }) => {
  await pool.execute(\`SELECT * FROM notes WHERE author = '\${author}'\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'pool.execute', route: '' },
        line: 7, column: 22, endLine: 7, endColumn: 70,
        suggestions: [{
          messageId: 'bindParameters',
          output: `${SERVER}import mysql from 'mysql2/promise'
const pool = mysql.createPool({ host: 'db' })
server.tool('find', { author: z.string() }, async ({ author }) => {
  await pool.execute(\`SELECT * FROM notes WHERE author = ?\`, [author])
})`,
        }],
      }],
    },
    {
      name: 'better-sqlite3',
      code: `${SERVER}import Database from 'better-sqlite3'
const db = new Database('notes.db')
server.tool('find', { author: z.string() }, async ({ author }) => {
  return db.prepare(\`SELECT * FROM notes WHERE author = '\${author}'\`).all()
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'db.prepare', route: '' },
        line: 7, column: 21, endLine: 7, endColumn: 69,
        suggestions: [{
          messageId: 'bindParameters',
          output: `${SERVER}import Database from 'better-sqlite3'
const db = new Database('notes.db')
server.tool('find', { author: z.string() }, async ({ author }) => {
  return db.prepare(\`SELECT * FROM notes WHERE author = ?\`).all(author)
})`,
        }],
      }],
    },
    {
      name: 'node:sqlite',
      code: `${SERVER}import { DatabaseSync } from 'node:sqlite'
const db = new DatabaseSync('notes.db')
server.tool('find', { author: z.string() }, async ({ author }) => {
  return db.prepare('SELECT * FROM notes WHERE author = "' + author + '"').all()
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'db.prepare', route: '' },
        line: 7, column: 21, endLine: 7, endColumn: 74,
      }],
    },
    {
      name: 'mssql',
      code: `${SERVER}import sql from 'mssql'
server.tool('find', { author: z.string() }, async ({ author }) => {
  const pool = await sql.connect('mssql://db')
  await pool.request().query(\`SELECT * FROM notes WHERE author = '\${author}'\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:5)', sink: 'query', route: '' },
        line: 7, column: 30, endLine: 7, endColumn: 78,
      }],
    },
    {
      name: 'Prisma',
      code: `${SERVER}import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
server.tool('find', { author: z.string() }, async ({ author }) => {
  await prisma.$queryRawUnsafe(\`SELECT * FROM notes WHERE author = '\${author}'\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: {
          source: '`author`',
          registration: 'tool find (server.js:6)',
          sink: 'prisma.$queryRawUnsafe',
          route: '',
        },
        line: 7, column: 32, endLine: 7, endColumn: 80,
        suggestions: [{
          messageId: 'bindParameters',
          output: `${SERVER}import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
server.tool('find', { author: z.string() }, async ({ author }) => {
  await prisma.$queryRaw\`SELECT * FROM notes WHERE author = \${author}\`
})`,
        }],
      }],
    },
    {
      name: 'Prisma\'s raw text',
      code: `${SERVER}import { Prisma, PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
server.tool('find', { author: z.string() }, async ({ author }) => {
  await prisma.$queryRaw(Prisma.raw(\`SELECT * FROM notes WHERE author = '\${author}'\`))
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'Prisma.raw', route: '' },
        line: 7, column: 37, endLine: 7, endColumn: 85,
      }],
    },
    {
      name: 'Knex',
      code: `${SERVER}import knex from 'knex'
const db = knex({ client: 'pg' })
server.tool('find', { author: z.string() }, async ({ author }) => {
  await db.raw(\`SELECT * FROM notes WHERE author = '\${author}'\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'db.raw', route: '' },
        line: 7, column: 16, endLine: 7, endColumn: 64,
        suggestions: [{
          messageId: 'bindParameters',
          output: `${SERVER}import knex from 'knex'
const db = knex({ client: 'pg' })
server.tool('find', { author: z.string() }, async ({ author }) => {
  await db.raw(\`SELECT * FROM notes WHERE author = ?\`, [author])
})`,
        }],
      }],
    },
    {
      name: 'Knex, a fragment',
      code: `${SERVER}import knex from 'knex'
const db = knex({ client: 'pg' })
server.tool('find', { order: z.string() }, async ({ order }) => {
  await db('notes').orderByRaw(order)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`order`', registration: 'tool find (server.js:6)', sink: 'orderByRaw', route: '' },
        line: 7, column: 32, endLine: 7, endColumn: 37,
      }],
    },
    {
      name: 'Sequelize',
      code: `${SERVER}import { Sequelize } from 'sequelize'
const sequelize = new Sequelize('sqlite::memory:')
server.tool('find', { author: z.string() }, async ({ author }) => {
  await sequelize.query(\`SELECT * FROM notes WHERE author = '\${author}'\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'sequelize.query', route: '' },
        line: 7, column: 25, endLine: 7, endColumn: 73,
        suggestions: [{
          messageId: 'bindParameters',
          output: `${SERVER}import { Sequelize } from 'sequelize'
const sequelize = new Sequelize('sqlite::memory:')
server.tool('find', { author: z.string() }, async ({ author }) => {
  await sequelize.query(\`SELECT * FROM notes WHERE author = ?\`, { replacements: [author] })
})`,
        }],
      }],
    },
    {
      name: 'TypeORM',
      code: `${SERVER}import { DataSource } from 'typeorm'
const source = new DataSource({ type: 'postgres' })
server.tool('find', { author: z.string() }, async ({ author }) => {
  await source.query(\`SELECT * FROM notes WHERE author = '\${author}'\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'source.query', route: '' },
        line: 7, column: 22, endLine: 7, endColumn: 70,
      }],
    },
    {
      name: 'TypeORM, a condition',
      code: `${SERVER}import { DataSource } from 'typeorm'
const source = new DataSource({ type: 'postgres' })
server.tool('find', { author: z.string() }, async ({ author }) => {
  await source.getRepository('Note').createQueryBuilder('n').where(\`n.author = '\${author}'\`).getMany()
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'where', route: '' },
        line: 7, column: 68, endLine: 7, endColumn: 92,
      }],
    },
    {
      name: 'Drizzle',
      code: `${SERVER}import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
const db = drizzle('postgres://db')
server.tool('find', { author: z.string() }, async ({ author }) => {
  await db.execute(sql.raw(\`SELECT * FROM notes WHERE author = '\${author}'\`))
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:7)', sink: 'sql.raw', route: '' },
        line: 8, column: 28, endLine: 8, endColumn: 76,
      }],
    },
    {
      name: 'Drizzle, raw text in a tagged query',
      code: `${SERVER}import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
const db = drizzle('postgres://db')
server.tool('find', { order: z.string() }, async ({ order }) => {
  await db.execute(sql\`SELECT * FROM notes ORDER BY \${sql.raw(order)}\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`order`', registration: 'tool find (server.js:7)', sink: 'sql', route: '' },
        line: 8, column: 20, endLine: 8, endColumn: 71,
      }],
    },
    {
      name: 'postgres.js',
      code: `${SERVER}import postgres from 'postgres'
const sql = postgres('postgres://db')
server.tool('find', { author: z.string() }, async ({ author }) => {
  await sql.unsafe(\`SELECT * FROM notes WHERE author = '\${author}'\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'sql.unsafe', route: '' },
        line: 7, column: 20, endLine: 7, endColumn: 68,
        suggestions: [{
          messageId: 'bindParameters',
          output: `${SERVER}import postgres from 'postgres'
const sql = postgres('postgres://db')
server.tool('find', { author: z.string() }, async ({ author }) => {
  await sql\`SELECT * FROM notes WHERE author = \${author}\`
})`,
        }],
      }],
    },
    {
      name: 'DuckDB',
      code: `${SERVER}import { DuckDBInstance } from '@duckdb/node-api'
server.tool('find', { file: z.string() }, async ({ file }) => {
  const db = await (await DuckDBInstance.create('notes.db')).connect()
  await db.runAndReadAll(\`SELECT * FROM read_csv('\${file}')\`)
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`file`', registration: 'tool find (server.js:5)', sink: 'db.runAndReadAll', route: '' },
        line: 7, column: 26, endLine: 7, endColumn: 61,
      }],
    },
    {
      name: 'BigQuery',
      code: `${SERVER}import { BigQuery } from '@google-cloud/bigquery'
const bigquery = new BigQuery()
server.tool('find', { author: z.string() }, async ({ author }) => {
  await bigquery.query({ query: \`SELECT * FROM notes WHERE author = '\${author}'\` })
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'bigquery.query', route: '' },
        line: 7, column: 24, endLine: 7, endColumn: 83,
      }],
    },
    {
      name: 'Neo4j',
      code: `${SERVER}import neo4j from 'neo4j-driver'
const driver = neo4j.driver('bolt://db')
server.tool('find', { author: z.string() }, async ({ author }) => {
  const session = driver.session()
  await session.executeRead((tx) => tx.run(\`MATCH (n:Note {author: '\${author}'}) RETURN n\`))
})`,
      output: null,
      errors: [{
        messageId: 'inText',
        data: { source: '`author`', registration: 'tool find (server.js:6)', sink: 'tx.run', route: '' },
        line: 8, column: 44, endLine: 8, endColumn: 91,
      }],
    },
    {
      name: 'a whole filter of Mongoose',
      code: `${SERVER}import mongoose from 'mongoose'
const Note = mongoose.model('Note', new mongoose.Schema({ author: String }))
server.tool('find', { filter: z.object({}).passthrough() }, async ({ filter }) => {
  await Note.find(filter)
})`,
      output: null,
      errors: [{
        messageId: 'asFilter',
        data: { source: '`filter`', registration: 'tool find (server.js:6)', sink: 'Note.find', route: '' },
        line: 7, column: 19, endLine: 7, endColumn: 25,
      }],
    },
  ],
})
