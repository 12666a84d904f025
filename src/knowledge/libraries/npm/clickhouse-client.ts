import type { Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'

/** https://clickhouse.com/docs/integrations/javascript (@clickhouse/client 1) */
export const clickhouseClient: Library = {
  modules: ['@clickhouse/client', '@clickhouse/client-web', '@clickhouse/client-common'],
  calls: queryRows({
    owners: {
      'Member[createClient].ReturnValue':
        "import { createClient } from '@clickhouse/client'; const db = createClient();",
      'Member[ClickHouseClient].Instance':
        "import type { ClickHouseClient } from '@clickhouse/client'; declare const db: ClickHouseClient;",
    },
    methods: ['query', 'command', 'exec'],
    fields: ['query'],
    onlyFields: true,
  }),
}
