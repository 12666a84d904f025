import type { ActiveCall } from './evaluator.ts'

/** The functions between the handler and the call at this depth, outermost first, as far as they have names. */
export function routeOf(calls: readonly ActiveCall[], depth: number = calls.length): readonly string[] {
  return calls.slice(1, depth).map((call) => call.facts.name).filter((name) => name !== '')
}
