import type { Library } from '../../../engine/rows.ts'
import { spliceRows } from '../language/splice-rows.ts'

/** https://orm.drizzle.team/docs/sql (drizzle-orm 0.45); a text given to `execute` itself is known by what it says. */
export const drizzleOrm: Library = {
  modules: ['drizzle-orm', 'drizzle-orm/sql'],
  calls: spliceRows({
    raw: ['Member[sql].Member[raw]'],
    tags: ['Member[sql]'],
    setUp: "import { sql } from 'drizzle-orm';",
    tag: 'sql',
    mark: 'sql.raw',
  }),
}
