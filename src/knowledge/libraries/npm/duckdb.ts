import type { Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'

const NEO = "import { DuckDBInstance, DuckDBConnection } from '@duckdb/node-api';"

/** https://duckdb.org/docs/stable/clients/node_neo/overview (@duckdb/node-api 1.5); duckdb, duckdb-async 1.4. */
export const duckdb: Library = {
  modules: ['duckdb', 'duckdb-async', '@duckdb/node-api'],
  calls: [
    ...queryRows({
      owners: {
        'Member[Database,Connection].Instance':
          "import duckdb from 'duckdb'; const db = new duckdb.Database(':memory:');",
        'Member[Database].Instance.Member[connect].ReturnValue':
          "import duckdb from 'duckdb'; const db = new duckdb.Database(':memory:').connect();",
        'Member[Database].Member[create].ReturnValue':
          "import { Database } from 'duckdb-async'; const db = await Database.create(':memory:');",
        'Member[Database].Member[create].ReturnValue.Member[connect].ReturnValue':
          "import { Database } from 'duckdb-async'; const db = await (await Database.create(':memory:')).connect();",
      },
      methods: ['all', 'exec', 'run', 'each', 'prepare', 'stream', 'arrowIPCAll', 'arrowIPCStream'],
    }),
    ...queryRows({
      owners: {
        'Member[DuckDBInstance].Member[create,fromCache].ReturnValue.Member[connect].ReturnValue':
          `${NEO} const root = await DuckDBInstance.create(); const db = await root.connect();`,
        'Member[DuckDBInstance].Instance.Member[connect].ReturnValue':
          `${NEO} declare const root: DuckDBInstance; const db = await root.connect();`,
        'Member[DuckDBConnection].Member[create].ReturnValue': `${NEO} const db = await DuckDBConnection.create();`,
        'Member[DuckDBConnection].Instance': `${NEO} declare const db: DuckDBConnection;`,
      },
      methods: [
        'run', 'runAndRead', 'runAndReadAll', 'runAndReadUntil',
        'stream', 'streamAndRead', 'streamAndReadAll', 'streamAndReadUntil',
        'start', 'startThenRead', 'startThenReadAll', 'startThenReadUntil', 'startStream', 'startStreamThenRead',
        'startStreamThenReadAll', 'startStreamThenReadUntil', 'prepare', 'extractStatements',
      ],
    }),
  ],
}
