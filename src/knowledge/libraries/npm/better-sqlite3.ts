import type { Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'

/** better-sqlite3 12 and what has its interface: https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md */
export const betterSqlite3: Library = {
  modules: ['better-sqlite3', 'better-sqlite3-multiple-ciphers', 'libsql', 'libsql/promise'],
  flows: [
    // A transaction is the function that it was given, to be called.
    { path: 'Instance.Member[transaction]', returns: 'Argument[0]' },
    { path: 'ReturnValue.Member[transaction]', returns: 'Argument[0]' },
    { path: 'Member[Database].Instance.Member[transaction]', returns: 'Argument[0]' },
  ],
  calls: queryRows({
    owners: {
      'Instance': "import Database from 'better-sqlite3'; const db = new Database('a.db');",
      'ReturnValue': "const db = require('better-sqlite3')('a.db');",
      'Member[Database].Instance': "import Database from 'better-sqlite3'; declare const db: Database.Database;",
    },
    methods: ['prepare', 'exec', 'pragma'],
  }),
}
