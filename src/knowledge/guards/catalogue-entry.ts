import type { CallView, Guard } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'

/** The tables in which databases keep the names of theirs, asked for a name that is bound. */
const CATALOGUES = /\b(?:sqlite_(?:master|schema)|information_schema\.|pg_(?:catalog\.|class|tables|views)|sys\.(?:tables|columns))/iu
const BOUND_NAME = /\bname\s*=\s*(?:\?|\$\d|[:@]\w)/iu

/**
 * `db.prepare("SELECT … FROM sqlite_master WHERE name = ?").get(table)`: where there is a row, the database has a table of
 * exactly that name, which is then as good as written in the source.
 */
export const catalogueEntry: Guard = {
  name: 'catalogue-entry',
  methods: ['get'],
  prove: (call) => {
    const [statement, bound] = isLookUp(call, call.arg(0)) ? [call.arg(0), call.arg(1)] : [preparedText(call.receiver), call.arg(0)]
    if (!statement || !isLookUp(call, statement)) return undefined
    const value = call.elements(bound)?.[0] ?? bound
    return call.comesFromSource(value) ? call.proves([{ value, clears: ['query-text'] }]) : undefined
  },
}

/** What `prepare` was given, on whatever. */
function preparedText(receiver: Value | undefined): Value | undefined {
  return receiver?.op === 'extern' ? receiver.args?.[0] : undefined
}

function isLookUp(call: CallView, statement: Value): boolean {
  const text = call.constant(statement)?.value
  return typeof text === 'string' && CATALOGUES.test(text) && BOUND_NAME.test(text)
}
