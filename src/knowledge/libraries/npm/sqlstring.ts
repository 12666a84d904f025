import type { Library } from '../../../engine/rows.ts'

const LOAD = "import SqlString from 'sqlstring'; import { createPool } from 'mysql2'; const db = createPool({});"

/**
 * https://github.com/mysqljs/sqlstring (sqlstring 2). Values are escaped; the statement itself is what it was, and what `raw` marks
 * is put in as it is.
 */
export const sqlstring: Library = {
  modules: ['sqlstring', 'sqlstring-sqlite'],
  flows: [
    { path: 'Member[escape,escapeId]', returns: 'derived', clears: ['query-text'] },
    { path: 'Member[format]', returns: 'derived', from: [0] },
    { path: 'Member[raw]', returns: 'derived', from: [0] },
  ],
  calls: [
    {
      path: 'Member[format]',
      examples: [
        { code: `${LOAD} db.query(SqlString.format('SELECT * FROM notes WHERE author = ?', [INPUT]))`, kind: 'none' },
        { code: `${LOAD} db.query(SqlString.format(\`SELECT * FROM notes WHERE author = '\${INPUT}'\`, []))`, kind: 'query-text' },
      ],
    },
    {
      path: 'Member[escape,escapeId]',
      examples: [
        { code: `${LOAD} db.query(\`SELECT * FROM notes WHERE author = \${SqlString.escape(INPUT)}\`)`, kind: 'none' },
        { code: `${LOAD} db.query(\`SELECT * FROM notes ORDER BY \${SqlString.escapeId(INPUT)}\`)`, kind: 'none' },
        { code: `${LOAD} db.query(\`SELECT \${SqlString.escape('a')} FROM \${INPUT}\`)`, kind: 'query-text' },
      ],
    },
  ],
}
