import type { Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'

/** https://github.com/TryGhost/node-sqlite3/wiki/API (sqlite3 6) */
export const sqlite3: Library = {
  modules: ['sqlite3', '@vscode/sqlite3'],
  calls: queryRows({
    owners: {
      'Member[Database].Instance': "import sqlite3 from 'sqlite3'; const db = new sqlite3.Database('a.db');",
      'Member[verbose].ReturnValue.Member[Database].Instance':
        "const sqlite3 = require('sqlite3').verbose(); const db = new sqlite3.Database('a.db');",
      'Member[cached].Member[Database].Instance':
        "import sqlite3 from 'sqlite3'; const db = new sqlite3.cached.Database('a.db');",
    },
    methods: ['all', 'get', 'run', 'each', 'exec', 'prepare', 'map'],
  }),
}
