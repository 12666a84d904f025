import type { CallRow, Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'
import { runCallback } from '../language/run-callback.ts'

const CONNECTIONS = {
  'Member[createConnection].ReturnValue':
    "import snowflake from 'snowflake-sdk'; const db = snowflake.createConnection({});",
  'Member[Connection].Instance': "import type { Connection } from 'snowflake-sdk'; declare const db: Connection;",
}

/** https://docs.snowflake.com/en/developer-guide/node-js/nodejs-driver-execute (snowflake-sdk 2) */
export const snowflakeSdk: Library = {
  modules: ['snowflake-sdk'],
  calls: [
    ...queryRows({ owners: CONNECTIONS, methods: ['execute'], fields: ['sqlText'], onlyFields: true }),
    ...Object.entries(CONNECTIONS).map(([path, setUp]): CallRow => ({
      path: `${path}.Member[connect,connectAsync]`,
      returns: (call) => runCallback(call, () => [call.constantOf(null), call.receiver]),
      examples: [{
        code: `${setUp} db.connect((error, live) => { live.execute({ sqlText: \`SELECT '\${INPUT}'\` }) })`,
        kind: 'query-text',
      }],
    })),
  ],
}
