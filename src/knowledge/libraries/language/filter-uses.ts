import type { CallView, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/**
 * The uses of a filter of which input may choose the operators: one that is input as a whole, one that input is spread
 * into, and the JavaScript of `$where`. The fields of a filter that the code writes out are values.
 */
export function filterUses(call: CallView, filter: Value, argument: number): SinkUse[] {
  const ways = call.alternatives(filter)
  if (ways.every((way) => call.keys(way) === undefined)) return [{ kind: 'query-filter', value: filter, argument }]
  // A property that is not written out is there only where something was spread into the object.
  return ways.filter((way) => call.keys(way) !== undefined)
    .map((way) => ({ kind: 'query-filter', value: call.property(way, '$where'), argument }))
}
