import type { CallRow, Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'
import { runCallback } from '../language/run-callback.ts'

const DATABASES = {
  'ReturnValue.ReturnValue': "import pgPromise from 'pg-promise'; const db = pgPromise()('postgres://a');",
  'Member[IDatabase,ITask].Instance':
    "import type { IDatabase } from 'pg-promise'; declare const db: IDatabase<unknown>;",
}

/** https://vitaly-t.github.io/pg-promise/Database.html (pg-promise 12) */
export const pgPromise: Library = {
  modules: ['pg-promise'],
  calls: [
    ...queryRows({
      owners: DATABASES,
      methods: [
        'query', 'none', 'one', 'oneOrNone', 'many', 'manyOrNone', 'any', 'result', 'multi', 'multiResult',
        'map', 'each',
      ],
      fields: ['text'],
    }),
    ...Object.entries(DATABASES).map(([path, setUp]): CallRow => ({
      path: `${path}.Member[tx,txIf,task,taskIf]`,
      returns: (call) => runCallback(call, () => [call.receiver]),
      examples: [{
        code: `${setUp} await db.tx((t) => t.none(\`DELETE FROM notes WHERE id = \${INPUT}\`))`,
        kind: 'query-text',
      }],
    })),
  ],
}
