import type { CallRow, Library } from '../../../engine/rows.ts'
import { ownersFrom } from '../language/owners-from.ts'
import { queryRows } from '../language/query-rows.ts'
import { resultOf } from '../language/result-of.ts'
import { runCallback } from '../language/run-callback.ts'

const DRIVERS = {
  'Member[driver].ReturnValue': "import neo4j from 'neo4j-driver'; const db = neo4j.driver('bolt://a');",
  'Member[Driver].Instance': "import type { Driver } from 'neo4j-driver'; declare const db: Driver;",
}
const SESSIONS = {
  'Member[Session].Instance': "import type { Session } from 'neo4j-driver'; declare const db: Session;",
  ...ownersFrom(DRIVERS, 'Member[session,rxSession].ReturnValue', 'session()'),
}

/** https://neo4j.com/docs/javascript-manual (neo4j-driver 6) */
export const neo4jDriver: Library = {
  modules: ['neo4j-driver', 'neo4j-driver-lite', 'neo4j-driver-core'],
  calls: [
    ...queryRows({ owners: DRIVERS, methods: ['executeQuery'], fields: ['text'] }),
    ...queryRows({
      owners: {
        ...SESSIONS,
        ...ownersFrom(SESSIONS, 'Member[beginTransaction].ReturnValue', 'beginTransaction()'),
        'Member[Transaction,ManagedTransaction].Instance':
          "import type { Transaction } from 'neo4j-driver'; declare const db: Transaction;",
      },
      methods: ['run'],
      fields: ['text'],
    }),
    ...Object.entries(SESSIONS).map(([path, setUp]): CallRow => ({
      path: `${path}.Member[executeRead,executeWrite,readTransaction,writeTransaction]`,
      returns: (call) => runCallback(call, () => [resultOf(call, 'beginTransaction')]),
      examples: [{
        code: `${setUp} await db.executeRead((tx) => tx.run(\`MATCH (n:\${INPUT}) RETURN n\`))`,
        kind: 'query-text',
      }],
    })),
  ],
}
