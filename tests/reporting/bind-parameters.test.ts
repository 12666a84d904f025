import { describe, expect, it } from 'vitest'
import { bindParameters } from '../../src/reporting/suggestions/bind-parameters.ts'
import { applyEdits } from '../support/apply-edits.ts'

const bind = (code: string): string[] => applyEdits(bindParameters, code)

describe('bindParameters with pg', () => {
  const pg = `import { Pool } from 'pg'\nconst db = new Pool()\n`

  it('numbers the placeholders and moves the wildcards of LIKE into the value', () => {
    expect(bind(pg + "await db.query(`SELECT * FROM t WHERE id = ${id} AND name LIKE '%${q}%'`)"))
      .toEqual([pg + 'await db.query(`SELECT * FROM t WHERE id = $1 AND name LIKE $2`, [id, `%${q}%`])'])
  })

  it('drops the quotes around a hole', () => {
    expect(bind(pg + "await db.query(`DELETE FROM t WHERE name = '${name}'`)"))
      .toEqual([pg + 'await db.query(`DELETE FROM t WHERE name = $1`, [name])'])
  })

  it('treats a concatenation as the template that it is', () => {
    expect(bind(pg + `await db.query("SELECT * FROM t WHERE name = '" + name + "' LIMIT 5")`))
      .toEqual([pg + `await db.query('SELECT * FROM t WHERE name = $1 LIMIT 5', [name])`])
  })

  it('keeps the lines of a template and its constant literals', () => {
    expect(bind(pg + "await db.query(`\n  SELECT *\n  FROM t\n  WHERE kind = 'it''s'\n    AND id = ${id}\n"
        + '  LIMIT ${limit}\n`)'))
      .toEqual([pg + "await db.query(`\n  SELECT *\n  FROM t\n  WHERE kind = 'it''s'\n    AND id = $1\n"
        + '  LIMIT $2\n`, [id, limit])'])
  })

  it('binds the values of an INSERT and the original of a value whose quotes were doubled by hand', () => {
    expect(bind(pg + "await db.query(`INSERT INTO t (a, b) VALUES ('${a}', '${b.replace(/'/g, \"''\")}')`)"))
      .toEqual([pg + 'await db.query(`INSERT INTO t (a, b) VALUES ($1, $2)`, [a, b])'])
  })

  it('binds both ends of BETWEEN and keeps a cast', () => {
    expect(bind(pg + "await db.query(`SELECT 1 FROM t WHERE at BETWEEN '${from}' AND '${to}' AND id = '${id}'::uuid`)"))
      .toEqual([pg + 'await db.query(`SELECT 1 FROM t WHERE at BETWEEN $1 AND $2 AND id = $3::uuid`, [from, to, id])'])
  })

  it('binds quoted elements of IN', () => {
    expect(bind(pg + "await db.query(`SELECT 1 FROM t WHERE kind IN ('${a}', '${b}')`)"))
      .toEqual([pg + 'await db.query(`SELECT 1 FROM t WHERE kind IN ($1, $2)`, [a, b])'])
  })

  it('goes on counting after the values that are there', () => {
    expect(bind(pg + "await db.query(`SELECT 1 FROM t WHERE a = $1 AND b = '${b}'`, [a])"))
      .toEqual([pg + 'await db.query(`SELECT 1 FROM t WHERE a = $1 AND b = $2`, [a, b])'])
  })

  it('keeps a callback', () => {
    expect(bind(pg + "db.query(`SELECT 1 FROM t WHERE a = '${a}'`, (error, result) => done(error, result))"))
      .toEqual([pg + 'db.query(`SELECT 1 FROM t WHERE a = $1`, [a], (error, result) => done(error, result))'])
  })

  it('mends the declaration of a constant that is used once', () => {
    expect(bind(pg + "async function f(id: string) {\n  const sql = `SELECT 1 FROM t WHERE id = '${id}'`\n"
        + '  return db.query(sql)\n}'))
      .toEqual([pg + 'async function f(id: string) {\n  const sql = `SELECT 1 FROM t WHERE id = $1`\n'
        + '  return db.query(sql, [id])\n}'])
  })

  it('offers nothing for a constant that is used twice', () => {
    expect(bind(pg + "const sql = `SELECT 1 FROM t WHERE id = '${id}'`\nlog(sql)\ndb.query(sql)")).toEqual([])
  })

  it('offers nothing where a value of the constant means something else at the call', () => {
    expect(bind(pg + "let id = 'a'\nconst sql = `SELECT 1 FROM t WHERE id = '${id}'`\nid = 'b'\ndb.query(sql)"))
      .toEqual([])
  })

  it('offers nothing where the values are a list that the file does not show', () => {
    expect(bind(pg + "db.query(`SELECT 1 FROM t WHERE a = $1 AND b = '${b}'`, values)")).toEqual([])
  })

  it('offers nothing where placeholders and values do not match', () => {
    expect(bind(pg + "db.query(`SELECT 1 FROM t WHERE a = $2 AND b = '${b}'`, [a])")).toEqual([])
  })
})

describe('bindParameters finds the driver', () => {
  it('in a field that the constructor fills', () => {
    const before = "import pg from 'pg'\nclass Store {\n  private db\n  constructor() { this.db = new pg.Pool() }\n"
    expect(bind(before + "  find(id: string) { return this.db.query(`SELECT 1 FROM t WHERE id = '${id}'`) }\n}"))
      .toEqual([before + '  find(id: string) { return this.db.query(`SELECT 1 FROM t WHERE id = $1`, [id]) }\n}'])
  })

  it('in the type of a parameter and of a parameter property', () => {
    const before = "import type { Pool } from 'pg'\nclass Store {\n  constructor(private readonly db: Pool) {}\n"
    expect(bind(before + "  find(id: string) { return this.db.query(`SELECT 1 FROM t WHERE id = '${id}'`) }\n}"))
      .toEqual([before + '  find(id: string) { return this.db.query(`SELECT 1 FROM t WHERE id = $1`, [id]) }\n}'])
    const typed = "import type Database from 'better-sqlite3'\n"
    const head = `${typed}const find = (db: Database.Database, id: string) => `
    expect(bind(head + "db.prepare(`SELECT 1 FROM t WHERE id = '${id}'`).get()"))
      .toEqual([head + 'db.prepare(`SELECT 1 FROM t WHERE id = ?`).get(id)'])
  })

  it('behind a client that a pool hands out', () => {
    const before = "const { Pool } = require('pg')\nconst pool = new Pool()\nconst client = await pool.connect()\n"
    expect(bind(before + "client.query(`SELECT 1 FROM t WHERE id = '${id}'`)"))
      .toEqual([before + 'client.query(`SELECT 1 FROM t WHERE id = $1`, [id])'])
  })

  it('nowhere in a name', () => {
    expect(bind("db.query(`SELECT 1 FROM t WHERE id = '${id}'`)")).toEqual([])
    expect(bind("import { Pool } from './pool.js'\nconst pool = new Pool()\n"
        + "pool.query(`SELECT 1 FROM t WHERE id = '${id}'`)"))
      .toEqual([])
  })

  it('nowhere where two drivers may be meant', () => {
    expect(bind("import { Pool } from 'pg'\nimport mysql from 'mysql2'\nlet db = new Pool()\n"
        + 'db = mysql.createPool({})\n'
      + "db.query(`SELECT 1 FROM t WHERE id = '${id}'`)")).toEqual([])
  })
})

describe('bindParameters with other drivers', () => {
  const mysql = "import mysql from 'mysql2/promise'\nconst db = await mysql.createConnection({})\n"
  const sqlite = "import Database from 'better-sqlite3'\nconst db = new Database('x.db')\n"

  it('mysql2', () => {
    expect(bind(mysql + 'await db.execute(`SELECT * FROM t WHERE name = "${name}" AND id = ${id}`)'))
      .toEqual([mysql + 'await db.execute(`SELECT * FROM t WHERE name = ? AND id = ?`, [String(name), id])'])
  })

  it('mysql2 with values that are there, in the order of the text', () => {
    expect(bind(mysql + "await db.query(`SELECT 1 FROM t WHERE a = '${a}' AND b = ? AND c = '${c}'`, [b])"))
      .toEqual([mysql + 'await db.query(`SELECT 1 FROM t WHERE a = ? AND b = ? AND c = ?`, [String(a), b, String(c)])'])
  })

  it('mysql2 with LIMIT: a number to query, nothing to execute, nothing that may be text', () => {
    expect(bind(mysql + 'await db.query(`SELECT 1 FROM t LIMIT ${Number(limit)}`)'))
      .toEqual([mysql + 'await db.query(`SELECT 1 FROM t LIMIT ?`, [Number(limit)])'])
    expect(bind(mysql + 'await db.execute(`SELECT 1 FROM t LIMIT ${Number(limit)}`)')).toEqual([])
    expect(bind(mysql + 'await db.query(`SELECT 1 FROM t LIMIT ${limit}`)')).toEqual([])
  })

  it('better-sqlite3, whose statements take the values', () => {
    expect(bind(sqlite + 'db.prepare(`SELECT * FROM t WHERE id = ${id} LIMIT ${limit}`).all()'))
      .toEqual([sqlite + 'db.prepare(`SELECT * FROM t WHERE id = ? LIMIT ?`).all(id, limit)'])
  })

  it('text out of what stood between quotes, where the driver would tell a number from it', () => {
    const before = `${sqlite}function f(name: string, size: number, kind?: string) {\n  `
    expect(bind(before + "return db.prepare(`SELECT 1 FROM t WHERE a = '${name}' AND b = '${size}' AND c = '${kind}'`).all()\n}"))
      .toEqual([before + 'return db.prepare(`SELECT 1 FROM t WHERE a = ? AND b = ? AND c = ?`).all(name, String(size), String(kind))\n}'])
    expect(bind(before + "return db.prepare(`SELECT 1 FROM t WHERE a LIKE '${name}-${size}%' AND b = ${size}`).all()\n}"))
      .toEqual([before + 'return db.prepare(`SELECT 1 FROM t WHERE a LIKE ? AND b = ?`).all(`${name}-${size}%`, size)\n}'])
  })

  it('better-sqlite3 not with a boolean, on which it throws', () => {
    const typed = 'function f(name: string, done: boolean) {\n  '
    expect(bind(`${sqlite}${typed}db.prepare(\`UPDATE t SET a = \${done} WHERE b = '\${name}'\`).run()\n}`)).toEqual([])
    expect(bind(`${mysql}${typed}db.query(\`UPDATE t SET a = \${done} WHERE b = '\${name}'\`)\n}`))
      .toEqual([`${mysql}${typed}db.query(\`UPDATE t SET a = ? WHERE b = ?\`, [done, name])\n}`])
  })

  it('libsql, which has the interface of better-sqlite3', () => {
    const libsql = "import Database from 'libsql'\nconst db = new Database('x.db')\n"
    expect(bind(libsql + 'db.prepare(`SELECT * FROM t WHERE id = ${id}`).get()'))
      .toEqual([libsql + 'db.prepare(`SELECT * FROM t WHERE id = ?`).get(id)'])
  })

  it('better-sqlite3 with a statement in a constant', () => {
    expect(bind(sqlite + 'function f(id: string) {\n'
        + "  const find = db.prepare(`SELECT * FROM t WHERE id = '${id}'`)\n  return find.get()\n}"))
      .toEqual([sqlite + 'function f(id: string) {\n'
        + '  const find = db.prepare(`SELECT * FROM t WHERE id = ?`)\n  return find.get(id)\n}'])
  })

  it('better-sqlite3 where exec runs one statement that answers nothing', () => {
    expect(bind(sqlite + "db.exec(`DELETE FROM t WHERE id = '${id}'`)"))
      .toEqual([sqlite + 'db.prepare(`DELETE FROM t WHERE id = ?`).run(String(id))'])
    expect(bind(sqlite + "function f(a: string) {\n  const sql = `UPDATE t SET a = '${a}'`\n  db.exec(sql);\n}"))
      .toEqual([sqlite + 'function f(a: string) {\n  const sql = `UPDATE t SET a = ?`\n  db.prepare(sql).run(a);\n}'])
    expect(bind(sqlite + "const done = db.exec(`DELETE FROM t WHERE id = '${id}'`)")).toEqual([])
    expect(bind(sqlite + "db.exec(`SELECT * FROM t WHERE id = '${id}'`)")).toEqual([])
    expect(bind(sqlite + "db.exec(`DELETE FROM t WHERE id = '${id}' RETURNING id`)")).toEqual([])
    expect(bind(sqlite + "db.exec(`DELETE FROM t WHERE id = '${id}'; DELETE FROM u`)")).toEqual([])
  })

  it('better-sqlite3 neither with values that are there nor with another step between', () => {
    expect(bind(sqlite + "db.prepare(`SELECT * FROM t WHERE a = ? AND id = '${id}'`).all(a)")).toEqual([])
    expect(bind(sqlite + "db.prepare(`SELECT * FROM t WHERE id = '${id}'`).pluck().get()")).toEqual([])
  })

  it('node:sqlite', () => {
    const before = "import { DatabaseSync } from 'node:sqlite'\nconst db = new DatabaseSync(':memory:')\n"
    expect(bind(before + "db.prepare(`UPDATE t SET a = '${a}' WHERE id = '${id}'`).run()"))
      .toEqual([before + 'db.prepare(`UPDATE t SET a = ? WHERE id = ?`).run(String(a), String(id))'])
  })

  it('DuckDB', () => {
    const before = "import { DuckDBInstance } from '@duckdb/node-api'\nconst instance = await DuckDBInstance.create()\n"
      + 'const db = await instance.connect()\n'
    expect(bind(before + "await db.runAndReadAll(`SELECT * FROM t WHERE id = '${id}'`)"))
      .toEqual([before + 'await db.runAndReadAll(`SELECT * FROM t WHERE id = ?`, [String(id)])'])
  })

  it('Knex', () => {
    const before = "import knex from 'knex'\nconst db = knex({ client: 'pg' })\n"
    expect(bind(before + "await db.raw(`SELECT * FROM t WHERE id = '${id}'`)"))
      .toEqual([before + 'await db.raw(`SELECT * FROM t WHERE id = ?`, [String(id)])'])
  })

  it('Sequelize, with and without options', () => {
    const before = "import { QueryTypes, Sequelize } from 'sequelize'\nconst db = new Sequelize('')\n"
    expect(bind(before + "await db.query(`SELECT * FROM t WHERE id = '${id}'`)"))
      .toEqual([before + 'await db.query(`SELECT * FROM t WHERE id = ?`, { replacements: [String(id)] })'])
    expect(bind(before + "await db.query(`SELECT * FROM t WHERE id = '${id}'`, { type: QueryTypes.RAW })"))
      .toEqual([
        before + 'await db.query(`SELECT * FROM t WHERE id = ?`, { replacements: [String(id)], type: QueryTypes.RAW })',
      ])
    expect(bind(before + "await db.query(`SELECT * FROM t WHERE id = '${id}'`, { replacements })")).toEqual([])
  })

  it('Prisma, by the tag', () => {
    const before = "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()\n"
    expect(bind(before + "prisma.$queryRawUnsafe<User[]>(`SELECT 1 FROM t WHERE id = ${id} AND a LIKE '%${q}%'`)"))
      .toEqual([before + 'prisma.$queryRaw<User[]>`SELECT 1 FROM t WHERE id = ${id} AND a LIKE ${`%${q}%`}`'])
    expect(bind(before + `await prisma.$executeRawUnsafe("DELETE FROM t WHERE id = '" + id + "'")`))
      .toEqual([before + 'await prisma.$executeRaw`DELETE FROM t WHERE id = ${id}`'])
  })

  it('postgres.js, by the tag', () => {
    const before = "import postgres from 'postgres'\nconst sql = postgres('')\n"
    expect(bind(before + "await sql.unsafe<Row[]>(`SELECT * FROM t WHERE id = '${id}'`)"))
      .toEqual([before + 'await sql<Row[]>`SELECT * FROM t WHERE id = ${id}`'])
  })

  it('not mssql, whose values go to a request first', () => {
    expect(bind("import sql from 'mssql'\nconst pool = await sql.connect('')\n"
        + "pool.query(`SELECT 1 FROM t WHERE id = '${id}'`)"))
      .toEqual([])
  })
})

describe('bindParameters offers nothing', () => {
  const pg = `import { Pool } from 'pg'\nconst db = new Pool()\n`
  const sqlite = "import Database from 'better-sqlite3'\nconst db = new Database('x.db')\n"

  it('for identifiers and keywords', () => {
    expect(bind(pg + 'db.query(`SELECT * FROM ${table}`)')).toEqual([])
    expect(bind(pg + "db.query(`SELECT ${fields} FROM t WHERE id = '${id}'`)")).toEqual([])
    expect(bind(pg + 'db.query(`INSERT INTO ${table} (a) VALUES (1)`)')).toEqual([])
    expect(bind(pg + 'db.query(`INSERT INTO t (${names}) VALUES (1, 2)`)')).toEqual([])
    expect(bind(pg + "db.query(`UPDATE ${table} SET a = '${a}'`)")).toEqual([])
    expect(bind(pg + "db.query(`UPDATE t SET ${name} = '${a}'`)")).toEqual([])
    expect(bind(pg + 'db.query(`SELECT * FROM t ORDER BY ${key}`)')).toEqual([])
    expect(bind(pg + 'db.query(`SELECT * FROM t ORDER BY a ${direction}`)')).toEqual([])
    expect(bind(pg + "db.query(`SELECT * FROM t WHERE ${key} = '${a}'`)")).toEqual([])
    expect(bind(pg + 'db.query(`SELECT * FROM t JOIN u ON t.id = ${column}`)')).toEqual([])
    expect(bind(pg + 'db.query(`SELECT * FROM t WHERE a = ${schema}.name`)')).toEqual([])
    expect(bind(pg + 'db.query(`SELECT * FROM t WHERE "${name}" = 1`)')).toEqual([])
    expect(bind(sqlite + 'db.prepare(`SELECT * FROM t WHERE a = "${name}"`).all()')).toEqual([])
    expect(bind(pg + 'db.query(`SELECT * FROM t_${name} WHERE a = 1`)')).toEqual([])
  })

  it('for a whole query or clause', () => {
    expect(bind(pg + 'db.query(query)')).toEqual([])
    expect(bind(pg + 'db.query(`${query}`)')).toEqual([])
    expect(bind(pg + 'db.query(`SELECT * FROM t ${where}`)')).toEqual([])
    expect(bind(pg + 'db.query(`EXPLAIN ${query}`)')).toEqual([])
  })

  it('for lists', () => {
    expect(bind(pg + "db.query(`SELECT * FROM t WHERE id IN (${ids.join(',')})`)")).toEqual([])
    expect(bind(pg + 'db.query(`SELECT * FROM t WHERE id IN (${ids})`)')).toEqual([])
    expect(bind(pg + 'db.query(`INSERT INTO t VALUES (${row})`)')).toEqual([])
  })

  it('where the literal is more than its text', () => {
    expect(bind(pg + "db.query(`SELECT * FROM t WHERE at > now() - INTERVAL '${days} days'`)")).toEqual([])
    expect(bind(pg + "db.query(`SELECT * FROM t WHERE a = E'${a}'`)")).toEqual([])
    expect(bind(pg + "db.query(`SELECT * FROM t WHERE data->>'${key}' = 'x'`)")).toEqual([])
    expect(bind(pg + "db.query(`SELECT * FROM t WHERE a = '${a}' || b`)")).toEqual([])
    expect(bind(pg + "db.query(`SELECT * FROM t WHERE a = '\\\\${a}'`)")).toEqual([])
  })

  it('where an own escape would be stored', () => {
    expect(bind(pg + "db.query(`SELECT * FROM t WHERE a = '${escapeQuotes(a)}'`)")).toEqual([])
    expect(bind(pg + "const safe = a.replace(/'/g, \"''\")\ndb.query(`SELECT * FROM t WHERE a = '${safe}'`)"))
      .toEqual([])
    expect(bind(pg + 'db.query(`SELECT * FROM t WHERE a = ${client.escapeLiteral(a)}`)')).toEqual([])
  })

  it('where a value without quotes is SQL', () => {
    expect(bind(pg + "const value = a ? `'${a}'` : 'NULL'\ndb.query(`UPDATE t SET a = ${value}`)")).toEqual([])
    expect(bind(pg + "db.query(`UPDATE t SET a = ${flag ? 'TRUE' : 'FALSE'}`)")).toEqual([])
  })

  it('for several statements, comments and statements that take no values', () => {
    expect(bind(pg + "db.query(`DELETE FROM t WHERE a = '${a}'; DELETE FROM u WHERE a = '${a}'`)")).toEqual([])
    expect(bind(pg + "db.query(`SELECT 1 FROM t -- it's\\nWHERE a = '${a}'`)")).toEqual([])
    expect(bind(pg + "db.query(`SET search_path = '${a}'`)")).toEqual([])
    expect(bind(pg + "db.query(`CREATE USER x PASSWORD = '${a}'`)")).toEqual([])
  })

  it('where nothing is built', () => {
    expect(bind(pg + 'db.query(`SELECT * FROM t WHERE id = $1`, [id])')).toEqual([])
  })
})
