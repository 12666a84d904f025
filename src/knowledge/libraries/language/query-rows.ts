import type { CallRow, CallView, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { builtQuery } from './built-query.ts'
import { queryChange } from './statement-change.ts'

export interface QueryRowOptions {
  /** The access paths of what has the methods, each with code that makes one and calls it `db`. */
  readonly owners: Readonly<Record<string, string>>
  /** The methods whose first argument is the text of a query. */
  readonly methods: readonly string[]
  /** The properties that hold the text where the first argument is an object. */
  readonly fields?: readonly string[]
  /** Where the text is a property and never the argument itself. */
  readonly onlyFields?: boolean
}

/** One row for each owner: a text that is put together there is a query built from strings. */
export function queryRows({ owners, methods, fields = [], onlyFields = false }: QueryRowOptions): CallRow[] {
  const [method = ''] = methods
  const text = "`SELECT * FROM notes WHERE author = '${INPUT}'`"
  return Object.entries(owners).map(([owner, setUp]) => ({
    path: `${owner === '' ? '' : `${owner}.`}Member[${methods.join(',')}]`,
    sinks: (call) => queryUses(call, fields),
    change: (call) => [call.arg(0), ...fields.map((field) => call.property(call.arg(0), field))]
      .map((query) => queryChange(call, query)).find((change) => change !== undefined),
    examples: [
      ...(onlyFields ? [] : [{ code: `${setUp} db.${method}(${text})`, kind: 'query-text' as const }]),
      ...fields.map((field) => ({ code: `${setUp} db.${method}({ ${field}: ${text} })`, kind: 'query-text' as const })),
      { code: `${setUp} db.${method}(${onlyFields ? `{ ${String(fields[0])}: INPUT }` : 'INPUT'})`, kind: 'raw-query' },
    ],
  }))
}

/** The uses of a first argument that is a text, or an object that has the text in one of these properties. */
export function queryUses(call: CallView, fields: readonly string[]): SinkUse[] {
  const query = call.arg(0)
  const objects = call.alternatives(query).filter((item) => call.keys(item) !== undefined)
  if (objects.length === 0) return builtQuery(call, query, 0)
  return objects.flatMap((object) => fields.map((field): Value => call.property(object, field)))
    .flatMap((text) => builtQuery(call, text, 0))
}
