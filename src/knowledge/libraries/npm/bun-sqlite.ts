import type { Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'

/** https://bun.com/docs/api/sqlite */
export const bunSqlite: Library = {
  modules: ['bun:sqlite'],
  flows: [{ path: 'Member[Database].Instance.Member[transaction]', returns: 'Argument[0]' }],
  calls: queryRows({
    owners: { 'Member[Database].Instance': "import { Database } from 'bun:sqlite'; const db = new Database('a.db');" },
    methods: ['query', 'prepare', 'run', 'exec'],
  }),
}
