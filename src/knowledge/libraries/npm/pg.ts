import type { Library } from '../../../engine/rows.ts'
import { builtQuery } from '../language/built-query.ts'
import { queryRows } from '../language/query-rows.ts'
import { resultOf } from '../language/result-of.ts'
import { runCallback } from '../language/run-callback.ts'

/** pg 8 and what has its interface: https://node-postgres.com/apis/client */
export const pg: Library = {
  modules: ['pg', 'pg-pool', 'pg-cursor', 'pg-query-stream', '@vercel/postgres', '@neondatabase/serverless'],
  calls: [
    ...queryRows({
      owners: {
        'Member[Client,Pool].Instance': "import { Client } from 'pg'; const db = new Client();",
        'Member[Pool].Instance.Member[connect].ReturnValue':
          "import pg from 'pg'; const db = await new pg.Pool().connect();",
        'Member[PoolClient,ClientBase].Instance': "import type { PoolClient } from 'pg'; declare const db: PoolClient;",
        'Member[native].Member[Client,Pool].Instance': "import pg from 'pg'; const db = new pg.native.Client();",
        'Instance': "import Pool from 'pg-pool'; const db = new Pool();",
        'Instance.Member[connect].ReturnValue': "import Pool from 'pg-pool'; const db = await new Pool().connect();",
        'Member[db,sql]': "import { db } from '@vercel/postgres';",
        'Member[createClient,createPool].ReturnValue':
          "import { createClient } from '@vercel/postgres'; const db = createClient();",
      },
      methods: ['query'],
      fields: ['text'],
    }),
    {
      path: 'Member[Pool].Instance.Member[connect]',
      returns: (call) => runCallback(call, () => [call.constantOf(null), resultOf(call, 'connect'), undefined]),
      examples: [{
        code: "import { Pool } from 'pg'; new Pool().connect((error, db) => { db.query(`SELECT '${INPUT}'`) })",
        kind: 'query-text',
      }],
    },
    {
      path: 'Member[Query].Instance',
      sinks: (call) => builtQuery(call, call.arg(0), 0),
      examples: [{ code: "import { Query } from 'pg'; new Query(`SELECT '${INPUT}'`)", kind: 'query-text' }],
    },
    {
      path: 'Instance',
      sinks: (call) => builtQuery(call, call.arg(0), 0),
      examples: [{ code: "import Cursor from 'pg-cursor'; new Cursor(`SELECT '${INPUT}'`)", kind: 'query-text' }],
    },
  ],
}
