import type { CallView, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/**
 * The uses of a filter of which input may choose the operators: one that is input as a whole, one that input is spread
 * into, and the JavaScript of `$where`. The fields of a filter that the code writes out are values, and so are those
 * that a closed schema names.
 */
export function filterUses(call: CallView, filter: Value, argument: number): SinkUse[] {
  const ways = call.alternatives(filter)
  const own = ways.filter((way) => call.keys(way) !== undefined)
  const others = ways.filter((way) => !own.includes(way))
  const isOpen = others.some((way) => call.isTainted(call.property(way, '$where'), 'query-filter'))
  // As a whole it keeps what was proved on each way; but then its written fields would count as well.
  const whole = own.some((way) => call.isTainted(way, 'query-filter')) ? others : [filter]
  return [
    ...(isOpen ? whole : []),
    ...own.flatMap((way) => operatorSources(call, way)),
  ].map((value) => ({ kind: 'query-filter', value, argument }))
}

/** `$where` itself; where the code writes none, what was spread into the object and may bring it. */
function operatorSources(call: CallView, object: Value): readonly Value[] {
  const where = call.property(object, '$where')
  if (call.keys(object)?.includes('$where') === true) return [where]
  return call.alternatives(where).map((item) => (item.op === 'field' ? item.base : item))
}
