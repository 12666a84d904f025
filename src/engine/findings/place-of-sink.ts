import type { ActiveCall, Site } from '../flow/evaluator.ts'
import type { SinkUse } from '../rows.ts'

export interface SinkPlace {
  readonly site: Site
  readonly argument: number
  /** How many of the active calls lead there. */
  readonly depth: number
}

/**
 * Where a sink is mended. A function that only hands a query on to the driver is not at fault: the call that gives it
 * the text is, and each such call is a fault of its own.
 */
export function placeOfSink(use: SinkUse, site: Site, calls: readonly ActiveCall[]): SinkPlace {
  let place: SinkPlace = { site, argument: use.argument, depth: calls.length }
  if (use.kind !== 'query-text') return place
  for (let depth = calls.length - 1; depth > 0; depth -= 1) {
    const call = calls[depth]
    // A callback is part of the function around it.
    if (!call?.site) continue
    const argument = call.args.indexOf(use.value)
    if (argument < 0) break
    place = { site: call.site, argument, depth }
  }
  return place
}
