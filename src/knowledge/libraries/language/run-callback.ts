import type { CallView } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/** Runs the callback that a library is given last, and gives what it returns; `undefined` where there is none. */
export function runCallback(call: CallView, values: () => readonly (Value | undefined)[]): Value | undefined {
  const callback = call.args.findLast((item) => call.isFunction(item))
  return callback && call.call(callback, values().map((item) => item ?? call.unknown('argument')))
}
