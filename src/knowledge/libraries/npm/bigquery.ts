import type { Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'

const CLIENT = "import { BigQuery } from '@google-cloud/bigquery';"

/** https://googleapis.dev/nodejs/bigquery/latest/BigQuery.html (@google-cloud/bigquery 8) */
export const bigquery: Library = {
  modules: ['@google-cloud/bigquery'],
  calls: queryRows({
    owners: {
      'Member[BigQuery].Instance': `${CLIENT} const db = new BigQuery();`,
      'Member[BigQuery].Instance.Member[dataset].ReturnValue': `${CLIENT} const db = new BigQuery().dataset('a');`,
      'Member[BigQuery].Instance.Member[dataset].ReturnValue.Member[table].ReturnValue':
        `${CLIENT} const db = new BigQuery().dataset('a').table('b');`,
    },
    methods: ['query', 'createQueryJob', 'createQueryStream'],
    fields: ['query'],
  }),
}
