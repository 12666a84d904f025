import type { Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'

/** https://github.com/kriasoft/node-sqlite (sqlite 5); a statement of sql-template-strings is its `sql`. */
export const sqlitePackage: Library = {
  modules: ['sqlite'],
  calls: queryRows({
    owners: {
      'Member[open].ReturnValue': "import { open } from 'sqlite'; const db = await open({ filename: 'a.db' });",
      'Member[Database].Instance': "import type { Database } from 'sqlite'; declare const db: Database;",
    },
    methods: ['all', 'get', 'run', 'each', 'exec', 'prepare'],
    fields: ['sql'],
  }),
}
