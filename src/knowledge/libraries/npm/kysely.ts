import type { Library } from '../../../engine/rows.ts'
import { spliceRows } from '../language/splice-rows.ts'

/** https://kysely-org.github.io/kysely-apidoc/interfaces/Sql.html (kysely 0.28); `ref`, `id` and `lit` quote. */
export const kysely: Library = {
  modules: ['kysely'],
  calls: spliceRows({
    raw: ['Member[sql].Member[raw]'],
    tags: ['Member[sql]'],
    setUp: "import { sql } from 'kysely';",
    tag: 'sql',
    mark: 'sql.raw',
  }),
}
