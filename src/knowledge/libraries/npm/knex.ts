import type { CallRow, Library } from '../../../engine/rows.ts'
import { ownersFrom } from '../language/owners-from.ts'
import { queryRows } from '../language/query-rows.ts'
import { runCallback } from '../language/run-callback.ts'

const CONNECTIONS = {
  'ReturnValue': "import knex from 'knex'; const db = knex({ client: 'pg' });",
  'Member[knex].ReturnValue': "import { knex } from 'knex'; const db = knex({ client: 'pg' });",
  'Member[Knex].Instance': "import type { Knex } from 'knex'; declare const db: Knex;",
  'Member[Knex].Member[Transaction].Instance': "import type { Knex } from 'knex'; declare const db: Knex.Transaction;",
}

/**
 * https://knexjs.org/guide/raw.html (Knex 3). The raw methods of its builders (`whereRaw` and kin) are known by their
 * names, whatever chain they stand in: see `query-methods.ts`.
 */
export const knex: Library = {
  modules: ['knex'],
  calls: [
    ...queryRows({
      owners: { ...CONNECTIONS, ...ownersFrom(CONNECTIONS, 'Member[schema]', 'schema') },
      methods: ['raw'],
    }),
    ...Object.entries(CONNECTIONS).map(([path, setUp]): CallRow => ({
      path: `${path}.Member[transaction]`,
      returns: (call) => runCallback(call, () => [call.receiver]) ?? call.receiver,
      examples: [
        { code: `${setUp} await db.transaction((trx) => trx.raw(\`SELECT '\${INPUT}'\`))`, kind: 'query-text' },
        {
          code: `${setUp} const trx = await db.transaction(); await trx.raw(\`SELECT '\${INPUT}'\`)`,
          kind: 'query-text',
        },
      ],
    })),
  ],
}
