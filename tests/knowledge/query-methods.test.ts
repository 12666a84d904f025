import { describe, expect, it } from 'vitest'
import { isSqlStatement } from '../../src/knowledge/libraries/language/sql-statement.ts'
import { analyzeText } from '../support/analyze-text.ts'

/** The sinks that the arguments `id`, `sql` and `sort` of a tool reach in this handler. */
function sinksIn(handler: string): string[] {
  const { findings } = analyzeText([
    "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'",
    "import { z } from 'zod'",
    "import { db } from 'some-db'",
    "const server = new McpServer({ name: 'a', version: '1' })",
    'const shape = { id: z.string(), sql: z.string(), sort: z.string() }',
    `server.registerTool('t', { inputSchema: shape }, async ({ id, sql, sort }) => { ${handler} })`,
  ].join('\n'))
  return findings.map((finding) => `${finding.kind} ${finding.source.name}${finding.path.join('.')}`)
}

describe('isSqlStatement', () => {
  it.each([
    'SELECT * FROM notes WHERE id = ?',
    'select a from b',
    '  -- comment\n  SELECT a FROM b',
    '(SELECT a FROM b)',
    'INSERT OR REPLACE INTO notes VALUES (?)',
    'UPDATE notes SET a = ?',
    'DELETE FROM ?',
    'WITH recent AS (SELECT 1) SELECT * FROM recent',
    'CREATE TABLE ?',
    'DROP TABLE IF EXISTS ?',
    'TRUNCATE ?',
    'PRAGMA table_info(?)',
    'EXPLAIN ANALYZE SELECT a FROM b',
    'SHOW COLUMNS FROM ?',
    'DESCRIBE ?',
    'CALL procedure(?)',
    'MERGE INTO a USING b',
    "ATTACH '?' AS other",
    "COPY notes TO '?'",
    'GRANT ALL ON notes TO ?',
    'MATCH (n:?) RETURN n',
    'OPTIONAL MATCH (n) DETACH DELETE n',
    'CREATE (n:Person {name: ?})',
    'MERGE (n:Person)',
  ])('knows %s', (text) => {
    expect(isSqlStatement(text)).toBe(true)
  })

  it.each([
    'Select the best of these from the list: ?',
    'Create a table of ?',
    'create a user named ?',
    'describe the picture ?',
    'copy ? to ?',
    'show me ?',
    'execute ?',
    'select:?',
    'constructor ?',
    'match ?',
    'hello ?',
    '',
  ])('leaves %s', (text) => {
    expect(isSqlStatement(text)).toBe(false)
  })
})

describe('queries on an unknown receiver', () => {
  it.each([
    'await db.query(`SELECT * FROM notes WHERE id = ${id}`)',
    "await db.execute('SELECT * FROM notes WHERE id = ' + id)",
    "await db.execute({ sql: 'SELECT * FROM notes WHERE id = ' + id })",
    "await env.DB.prepare(`SELECT * FROM notes WHERE id = '${id}'`).all()",
    'const text = ["SELECT * FROM notes", `WHERE id = ${id}`].join(" "); await db.all(text)',
    'let text = "SELECT * FROM notes"; if (id) text += ` WHERE id = ${id}`; await db.all(text)',
    "await db.query('SELECT * FROM notes WHERE id = {id}'.replace('{id}', id))",
    'await db.query(`SELECT * FROM notes WHERE id = ${id}`.trim())',
    'await session.run(`MATCH (n:${id}) RETURN n`)',
    'await prisma.$queryRawUnsafe(`anything ${id}`)',
    'await db("notes").select().whereRaw(id)',
  ])('finds %s', (handler) => {
    expect(sinksIn(handler)).toEqual(['query-text id'])
  })

  it.each([
    'await db.query("SELECT * FROM notes WHERE id = ?", [id])',
    'await db.query(sql)',
    'await db.query(sql.trim())',
    'await db.query(`${sql}`)',
    'await db.query(`${sql} LIMIT 10`)',
    'await agent.run(`Summarise the notes of ${id}`)',
    'await agent.run(`Select the best answer from ${id}`)',
    'new Map([["a", "b"]]).get(`SELECT a FROM b WHERE id = ${id}`)',
    '/select (.*) from/.exec(`SELECT a FROM b WHERE id = ${id}`)',
    'await db.query(`SELECT * FROM notes WHERE id = ${Number(id)}`)',
    'await db.query(`SELECT * FROM notes ORDER BY ${sort === "title" ? "title" : "id"}`)',
    'if (!new Set(["a", "b"]).has(sort)) return; await db.query(`SELECT * FROM notes ORDER BY ${sort}`)',
    'await db.query(`SELECT * FROM notes WHERE id IN (${id.split(",").map(() => "?").join(",")})`, id.split(","))',
  ])('leaves %s', (handler) => {
    expect(sinksIn(handler)).toEqual([])
  })

  it('reports a text that is built on one way and chosen as a whole on another', () => {
    expect(sinksIn('const text = sql ? sql : `SELECT * FROM notes WHERE id = ${id}`; await db.query(text)'))
      .toEqual(['query-text id'])
  })
})

describe('a service of the package that sends queries', () => {
  const service = 'const api = { executeSql: async (project, options) => '
    + 'fetch("https://api.example.com/" + project, { body: options.query }) }'

  it('is given a statement in its second argument', () => {
    expect(sinksIn(`${service}; await api.executeSql('p', { query: \`SELECT a FROM b WHERE c = '\${id}'\` })`)).toEqual(['query-text id'])
  })

  it('is given one with its values apart', () => {
    expect(sinksIn(`${service}; await api.executeSql('p', { query: 'SELECT a FROM b WHERE c = $1', parameters: [id] })`)).toEqual([])
  })
})
