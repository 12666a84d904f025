import type { CallView, EffectUse, MethodRow, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { oncePerKey } from '../../../syntax/once-per-key.ts'
import { builtQuery } from './built-query.ts'
import { isSqlStatement } from './sql-statement.ts'
import { queryChange } from './statement-change.ts'

/** Names that promise a query, whoever sends it: a driver, or a service that the package calls. */
const QUERY_METHODS = [
  'query', 'queryRaw', 'queryOne', 'queryAll', 'queryRow', 'queryRows', 'rawQuery', 'runQuery', 'sendQuery',
  'executeQuery', 'executeSql', 'executeRaw',
]

const METHODS = [
  'execute', 'executeRun', 'executeMultiple', 'executeAsync', 'run', 'all', 'get', 'exec', 'prepare', 'raw', 'unsafe', 'each', 'one',
  'oneOrNone', 'many', 'manyOrNone', 'none', 'any', 'result', 'multi', 'multiResult', 'batch', 'select',
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
  { names: QUERY_METHODS, on: 'any', isHandedOn: true, sinks: statementUses, effect: statementEffect },
  { names: METHODS, on: 'any', sinks: statementUses, effect: statementEffect },
  { names: ['$queryRawUnsafe', '$executeRawUnsafe'], on: 'any', sinks: (call) => builtQuery(call, call.arg(0), 0) },
  {
    names: FRAGMENT_METHODS, on: 'any',
    sinks: (call) => [{ kind: 'query-text', value: call.arg(0), argument: 0 }],
  },
]

function statementUses(call: CallView): SinkUse[] {
  return statementsIn(call).flatMap(({ text, argument }) => builtQuery(call, text, argument))
}

function statementEffect(call: CallView): EffectUse | undefined {
  const texts = statementsIn(call)
  const change = texts.map(({ text }) => queryChange(call, text)).find((item) => item !== undefined)
  return texts.length > 0 ? { capability: 'database', ...(change ? { change } : {}) } : undefined
}

interface Statement {
  readonly text: Value
  readonly argument: number
}

/** The statements of the first argument or, where it only tells which database is meant, of the second. */
function statementsIn(call: CallView): readonly Statement[] {
  if (isOwnValue(call.receiver)) return []
  const first = textsOf(call, 0)
  return first.length > 0 || call.args.length < 2 ? first : textsOf(call, 1)
}

function textsOf(call: CallView, argument: number): readonly Statement[] {
  const query = call.arg(argument)
  const objects = call.alternatives(query).filter((item) => call.keys(item) !== undefined)
  const texts = objects.length === 0 ? [query]
    : objects.flatMap((object) => TEXT_FIELDS.map((field) => call.property(object, field)))
  return texts.filter(hasStatement).map((text) => ({ text, argument }))
}

/** A value of the language itself: a regular expression, an array, a Map or a Set. */
function isOwnValue(receiver: Value | undefined): boolean {
  if (receiver?.op === 'object') return receiver.kind === 'array' || receiver.kind === 'map' || receiver.kind === 'set'
  return receiver?.op === 'regex' || receiver?.op === 'constant'
}

const statements = new WeakMap<Value, boolean>()

/** True where some way of building the text begins as a statement does. Values never change, so the answer is kept. */
function hasStatement(value: Value): boolean {
  return oncePerKey(statements, value, () => beginsStatement(value))
}

function beginsStatement(value: Value): boolean {
  switch (value.op) {
    case 'text':
      return isSqlStatement(skeleton(value.parts)) || value.parts.slice(0, 2).some(hasStatement)
    case 'constant':
      return typeof value.constant === 'string' && isSqlStatement(value.constant)
    case 'choice':
      return value.alternatives.some((item) => hasStatement(item.value))
    case 'derived':
      return value.inputs.some(hasStatement)
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
