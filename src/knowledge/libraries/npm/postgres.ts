import type { CallRow, Library } from '../../../engine/rows.ts'
import { runCallback } from '../language/run-callback.ts'
import { spliceRows } from '../language/splice-rows.ts'

const CONNECTIONS = {
  'ReturnValue': "import postgres from 'postgres'; const sql = postgres('a');",
  'ReturnValue.Member[reserve].ReturnValue':
    "import postgres from 'postgres'; const sql = await postgres('a').reserve();",
  'Member[Sql,TransactionSql,ReservedSql].Instance':
    "import postgres from 'postgres'; declare const sql: postgres.Sql;",
}

/** https://github.com/porsager/postgres (postgres 3) */
export const postgres: Library = {
  modules: ['postgres'],
  sinks: Object.entries(CONNECTIONS).map(([path, setUp]) => ({
    path: `${path}.Member[file].Argument[0]`, kind: 'path', example: `${setUp} sql.file(INPUT)`,
  })),
  calls: Object.entries(CONNECTIONS).flatMap(([path, setUp]): CallRow[] => [
    ...spliceRows({ raw: [`${path}.Member[unsafe]`], tags: [path], setUp, tag: 'sql', mark: 'sql.unsafe' }),
    {
      path: `${path}.Member[begin,savepoint]`,
      returns: (call) => runCallback(call, () => [call.receiver]),
      examples: [{
        code: `${setUp} await sql.begin(async (sql) => { await sql.unsafe(\`DELETE FROM a WHERE id = \${INPUT}\`) })`,
        kind: 'query-text',
      }],
    },
  ]),
}
