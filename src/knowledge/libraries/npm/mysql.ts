import type { CallView, Library } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { queryRows } from '../language/query-rows.ts'
import { resultOf } from '../language/result-of.ts'
import { runCallback } from '../language/run-callback.ts'

const MAKE = "import mysql from 'mysql2/promise';"

/** mysql 2, mysql2 3 and mariadb 3: https://sidorares.github.io/node-mysql2/docs */
export const mysql: Library = {
  modules: ['mysql', 'mysql2', 'mysql2/promise', 'mariadb', 'mariadb/callback', 'promise-mysql'],
  flows: [
    { path: 'Member[createConnection,createPool].ReturnValue.Member[promise]', returns: 'receiver' },
    { path: 'Member[Connection,Pool,PoolConnection].Instance.Member[promise]', returns: 'receiver' },
    // Values that are put into a statement here are escaped; the statement itself is what it was.
    { path: 'Member[format]', returns: 'derived', from: [0] },
  ],
  calls: [
    ...queryRows({
      owners: {
        'Member[createConnection].ReturnValue': `${MAKE} const db = await mysql.createConnection({});`,
        'Member[createPool].ReturnValue': `${MAKE} const db = mysql.createPool({});`,
        'Member[createPool].ReturnValue.Member[getConnection].ReturnValue':
          `${MAKE} const db = await mysql.createPool({}).getConnection();`,
        'Member[createPoolCluster].ReturnValue.Member[of].ReturnValue':
          `${MAKE} const db = mysql.createPoolCluster().of('a');`,
        'Member[createPoolCluster].ReturnValue.Member[getConnection].ReturnValue':
          `${MAKE} const db = await mysql.createPoolCluster().getConnection('a');`,
        'Member[Connection,Pool,PoolConnection].Instance':
          "import type { Connection } from 'mysql2/promise'; declare const db: Connection;",
        'Member[Pool].Instance.Member[getConnection].ReturnValue':
          "import type { Pool } from 'mysql2'; declare const pool: Pool; const db = await pool.getConnection();",
      },
      methods: ['query', 'execute', 'prepare', 'queryStream', 'batch'],
      fields: ['sql'],
    }),
    {
      path: 'Member[createPool,createPoolCluster].ReturnValue.Member[getConnection]',
      returns: giveConnection,
      examples: [{
        code: "import mysql from 'mysql'; const pool = mysql.createPool({});"
          + "pool.getConnection((error, db) => { db.query(`SELECT '${INPUT}'`) })",
        kind: 'query-text',
      }],
    },
    {
      path: 'Member[Pool].Instance.Member[getConnection]',
      returns: giveConnection,
      examples: [{
        code: "import type { Pool } from 'mysql2'; declare const pool: Pool;"
          + "pool.getConnection((error, db) => { db.query(`SELECT '${INPUT}'`) })",
        kind: 'query-text',
      }],
    },
  ],
}

function giveConnection(call: CallView): Value | undefined {
  return runCallback(call, () => [call.constantOf(null), resultOf(call, 'getConnection')])
}
