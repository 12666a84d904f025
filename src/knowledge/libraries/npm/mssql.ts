import type { Library } from '../../../engine/rows.ts'
import { ownersFrom } from '../language/owners-from.ts'
import { queryRows } from '../language/query-rows.ts'

const POOLS = {
  'Member[connect].ReturnValue': "import sql from 'mssql'; const db = await sql.connect({});",
  'Member[ConnectionPool].Instance': "import sql from 'mssql'; const db = new sql.ConnectionPool({});",
  'Member[ConnectionPool].Instance.Member[connect].ReturnValue':
    "import sql from 'mssql'; const db = await new sql.ConnectionPool({}).connect();",
}
const REQUESTS = {
  'Member[Request].Instance': "import sql from 'mssql'; const db = new sql.Request().input('a', 1);",
  'Member[Transaction].Instance.Member[request].ReturnValue':
    "import sql from 'mssql'; const db = new sql.Transaction().request();",
  ...ownersFrom(POOLS, 'Member[request].ReturnValue', "request().input('a', 1)"),
}

/** https://tediousjs.github.io/node-mssql (mssql 12); as a template tag, `query` binds its values. */
export const mssql: Library = {
  modules: ['mssql', 'mssql/msnodesqlv8', 'mssql/tedious'],
  flows: Object.keys(REQUESTS).map((path) => ({
    path: `${path}.Member[input,output,replaceInput,replaceOutput]`, returns: 'receiver',
  })),
  calls: [
    ...queryRows({
      owners: { '': "import * as db from 'mssql';", ...POOLS, ...REQUESTS },
      methods: ['query', 'batch'],
    }),
    ...queryRows({
      owners: {
        'Member[PreparedStatement].Instance': "import sql from 'mssql'; const db = new sql.PreparedStatement();",
      },
      methods: ['prepare'],
    }),
  ],
}
