import type { CallView, Library } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/** https://www.npmjs.com/package/pg-format (1.0): `%I` and `%L` are quoted, `%s` is put in as it is. */
export const pgFormat: Library = {
  modules: ['pg-format'],
  calls: [
    {
      path: '',
      returns: (call) => formatted(call, call.args.slice(1)),
      examples: [
        {
          code: "import sql from 'pg-format'; import { Client } from 'pg'; new Client().query(sql('SELECT %s', INPUT))",
          kind: 'query-text',
        },
        {
          code: "import sql from 'pg-format'; import { Client } from 'pg'; new Client().query(sql('SELECT %I', INPUT))",
          kind: 'none',
        },
      ],
    },
    {
      path: 'Member[withArray]',
      returns: (call) => formatted(call, call.elements(call.arg(1)) ?? [call.element(call.arg(1))]),
    },
  ],
}

function formatted(call: CallView, values: readonly Value[]): Value {
  const pattern = call.constant(call.arg(0))?.value
  // What is quoted cannot be told from what is not.
  if (typeof pattern !== 'string') return call.derived('format', [call.arg(0)])
  let next = 0
  return call.text(pattern.split(/(%(?:\d+\$)?[sIL%])/u).map((piece) => {
    const hole = /^%(?:(\d+)\$)?([sIL])$/u.exec(piece)
    if (!hole) return call.constantOf(piece === '%%' ? '%' : piece)
    const value = values[hole[1] === undefined ? next++ : Number(hole[1]) - 1]
    return hole[2] === 's' && value ? value : call.unknown('quoted')
  }))
}
