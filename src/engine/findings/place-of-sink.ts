import type { ActiveCall, Site } from '../flow/evaluator.ts'
import type { Value } from '../flow/values.ts'
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
export function placeOfSink({ kind, value, argument }: SinkUse, site: Site, calls: readonly ActiveCall[]): SinkPlace {
  const place = { site, argument, depth: calls.length }
  return kind === 'query-text' ? outermostGiven(value, place, calls) : place
}

/** Follows a value that functions only hand on outwards, to the call that first gave it; `isEnd` tells where not to go on. */
export function outermostGiven(
  value: Value, sink: SinkPlace, calls: readonly ActiveCall[], isEnd: (call: ActiveCall, site: Site) => boolean = () => false,
): SinkPlace {
  let place = sink
  for (let depth = calls.length - 1; depth >= 0; depth -= 1) {
    const call = calls[depth]
    // A callback is part of the function around it.
    if (!call?.site) continue
    const argument = call.args.indexOf(value)
    if (argument < 0 || isEnd(call, call.site)) break
    place = { site: call.site, argument, depth }
  }
  return place
}
