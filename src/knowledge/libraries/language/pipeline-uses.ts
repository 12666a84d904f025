import type { CallView, SinkUse } from '../../../engine/rows.ts'
import { filterUses } from './filter-uses.ts'

/** The uses of an aggregation that is input as a whole, or one of whose stages is, or whose filter is. */
export function pipelineUses(call: CallView): SinkUse[] {
  const stages = call.elements(call.arg(0))
  if (!stages) return [{ kind: 'query-filter', value: call.arg(0), argument: 0 }]
  return stages.flatMap((stage) => (call.keys(stage) === undefined
    ? [{ kind: 'query-filter' as const, value: stage, argument: 0 }]
    : filterUses(call, call.property(stage, '$match'), 0)))
}
