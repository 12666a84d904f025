import type { CallView, MethodRow, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { builtQuery } from './built-query.ts'
import { isSqlStatement } from './sql-statement.ts'

const METHODS = [
  'query', 'queryRaw', 'queryOne', 'queryAll', 'queryRow', 'queryRows', 'rawQuery', 'runQuery', 'sendQuery',
  'execute', 'executeQuery', 'executeSql', 'executeRaw', 'executeRun', 'executeMultiple', 'executeAsync',
  'run', 'all', 'get', 'exec', 'prepare', 'raw', 'unsafe', 'each', 'one', 'oneOrNone', 'many', 'manyOrNone', 'none',
  'any', 'result', 'multi', 'multiResult', 'batch', 'select',
]

/** Methods of query builders that splice their text into a statement: Knex and Objection, whatever the chain before. */
const FRAGMENT_METHODS = [
  'whereRaw', 'orWhereRaw', 'andWhereRaw', 'havingRaw', 'orHavingRaw', 'andHavingRaw', 'orderByRaw', 'groupByRaw',
  'joinRaw', 'fromRaw',
]

const TEXT_FIELDS = ['query', 'sql', 'text', 'statement', 'sqlText']

/**
 * Queries on a receiver that is not known: the text itself says that it is a statement. They stand before the methods
 * of the language's own values, of which some bear the same names.
 */
export const queryMethods: readonly MethodRow[] = [
  { names: METHODS, on: 'any', sinks: statementUses },
  { names: ['$queryRawUnsafe', '$executeRawUnsafe'], on: 'any', sinks: (call) => builtQuery(call, call.arg(0), 0) },
  {
    names: FRAGMENT_METHODS, on: 'any',
    sinks: (call) => [{ kind: 'query-text', value: call.arg(0), argument: 0 }],
  },
]

function statementUses(call: CallView): SinkUse[] {
  if (isOwnValue(call.receiver)) return []
  const query = call.arg(0)
  const objects = call.alternatives(query).filter((item) => call.keys(item) !== undefined)
  const texts = objects.length === 0 ? [query]
    : objects.flatMap((object) => TEXT_FIELDS.map((field) => call.property(object, field)))
  return texts.filter((text) => hasStatement(call, text, 0)).flatMap((text) => builtQuery(call, text, 0))
}

/** A value of the language itself: a regular expression, an array, a Map or a Set. */
function isOwnValue(receiver: Value | undefined): boolean {
  if (receiver?.op === 'object') return receiver.kind === 'array' || receiver.kind === 'map' || receiver.kind === 'set'
  return receiver?.op === 'regex' || receiver?.op === 'constant'
}

/** True where some way of building the text begins as a statement does. */
function hasStatement(call: CallView, value: Value, depth: number): boolean {
  if (depth > 8) return false
  switch (value.op) {
    case 'text':
      return isSqlStatement(skeleton(value.parts))
        || value.parts.slice(0, 2).some((part) => hasStatement(call, part, depth + 1))
    case 'constant':
      return typeof value.constant === 'string' && isSqlStatement(value.constant)
    case 'choice':
      return value.alternatives.some((item) => hasStatement(call, item.value, depth + 1))
    case 'derived':
      return value.inputs.some((item) => hasStatement(call, item, depth + 1))
    default:
      return false
  }
}

function skeleton(parts: readonly Value[]): string {
  return parts.map((part) => {
    const way = part.op === 'choice' ? part.alternatives.find((item) => item.value.op === 'constant')?.value : part
    return way?.op === 'constant' ? String(way.constant) : '?'
  }).join('')
}
