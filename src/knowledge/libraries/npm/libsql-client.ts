import type { CallView, CallRow, Library, SinkUse } from '../../../engine/rows.ts'
import { builtQuery } from '../language/built-query.ts'
import { queryRows } from '../language/query-rows.ts'

const CLIENTS = {
  'Member[createClient].ReturnValue':
    "import { createClient } from '@libsql/client'; const db = createClient({ url });",
  'Member[Client,Transaction].Instance': "import type { Client } from '@libsql/client'; declare const db: Client;",
  'Member[createClient].ReturnValue.Member[transaction].ReturnValue':
    "import { createClient } from '@libsql/client'; const db = await createClient({ url }).transaction('write');",
}

/** https://docs.turso.tech/sdk/ts/reference (@libsql/client 0.18) */
export const libsqlClient: Library = {
  modules: ['', '/node', '/web', '/http', '/ws', '/sqlite3'].map((entry) => `@libsql/client${entry}`),
  calls: [
    ...queryRows({ owners: CLIENTS, methods: ['execute', 'executeMultiple'], fields: ['sql'] }),
    ...Object.entries(CLIENTS).map(([path, setUp]): CallRow => ({
      path: `${path}.Member[batch,migrate]`,
      sinks: batchUses,
      examples: [
        { code: `${setUp} db.batch([\`DELETE FROM notes WHERE id = \${INPUT}\`])`, kind: 'query-text' },
        { code: `${setUp} db.batch([{ sql: \`DELETE FROM notes WHERE id = \${INPUT}\` }])`, kind: 'query-text' },
        { code: `${setUp} db.batch([{ sql: 'DELETE FROM notes WHERE id = ?', args: [INPUT] }])`, kind: 'none' },
      ],
    })),
  ],
}

function batchUses(call: CallView): SinkUse[] {
  const statements = call.elements(call.arg(0)) ?? [call.element(call.arg(0))]
  return statements.flatMap((statement) => {
    const isObject = call.alternatives(statement).some((item) => call.keys(item) !== undefined)
    return builtQuery(call, isObject ? call.property(statement, 'sql') : statement, 0)
  })
}
