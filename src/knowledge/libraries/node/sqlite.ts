import type { Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'

/** https://nodejs.org/api/sqlite.html */
export const sqlite: Library = {
  modules: ['sqlite'],
  calls: queryRows({
    owners: {
      'Member[DatabaseSync].Instance': "import { DatabaseSync } from 'node:sqlite'; const db = new DatabaseSync('a');",
    },
    methods: ['prepare', 'exec'],
  }),
}
