import type { Library } from '../../../engine/rows.ts'
import { builtQuery } from '../language/built-query.ts'
import { queryRows } from '../language/query-rows.ts'
import { spliceRows } from '../language/splice-rows.ts'

/** The tag of @neondatabase/serverless 1; its Client and Pool are those of `pg`. */
export const neondatabaseServerless: Library = {
  modules: ['@neondatabase/serverless'],
  calls: [
    ...queryRows({
      owners: { 'Member[neon].ReturnValue': "import { neon } from '@neondatabase/serverless'; const db = neon(url);" },
      methods: ['query'],
    }),
    {
      // Before 1.0 the tag could be called as a function.
      path: 'Member[neon].ReturnValue',
      sinks: (call) => builtQuery(call, call.arg(0), 0),
      examples: [{
        code: "import { neon } from '@neondatabase/serverless'; const sql = neon(url); sql(`SELECT '${INPUT}'`)",
        kind: 'query-text',
      }],
    },
    ...spliceRows({
      raw: ['Member[neon].ReturnValue.Member[unsafe]'],
      tags: ['Member[neon].ReturnValue'],
      setUp: "import { neon } from '@neondatabase/serverless'; const sql = neon(url);",
      tag: 'sql',
      mark: 'sql.unsafe',
    }),
  ],
}
