import type { Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'

/** https://sequelize.org/docs/v6/core-concepts/raw-queries (Sequelize 6 and 7) */
export const sequelize: Library = {
  modules: ['sequelize', 'sequelize-typescript', '@sequelize/core'],
  sinks: [
    {
      path: 'Member[literal].Argument[0]', kind: 'query-text',
      example: "import { literal } from 'sequelize'; literal(INPUT)",
      source: 'https://sequelize.org/docs/v6/core-concepts/raw-queries',
    },
    {
      path: 'Member[Sequelize].Member[literal].Argument[0]', kind: 'query-text',
      example: "import { Sequelize } from 'sequelize'; Sequelize.literal(INPUT)",
    },
    {
      path: 'Member[Sequelize].Instance.Member[literal].Argument[0]', kind: 'query-text',
      example: "import { Sequelize } from 'sequelize'; new Sequelize('a').literal(INPUT)",
    },
  ],
  calls: queryRows({
    owners: {
      'Member[Sequelize].Instance': "import { Sequelize } from 'sequelize'; const db = new Sequelize('a');",
      'Instance': "const Sequelize = require('sequelize'); const db = new Sequelize('a');",
    },
    methods: ['query'],
    fields: ['query'],
  }),
}
