import type { CallView } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/** What a method of the receiver gives: the object that a callback is handed there. */
export function resultOf(call: CallView, method: string): Value | undefined {
  return call.receiver && call.call(call.property(call.receiver, method), [])
}
