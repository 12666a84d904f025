import type { CallView } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'

/** What an object has under the first of several names that it has; `undefined` where it has none of them. */
export function firstProperty(view: CallView, object: Value, names: readonly string[]): Value | undefined {
  const keys = view.keys(object)
  const name = keys ? names.find((item) => keys.includes(item)) : names[0]
  return name === undefined ? undefined : view.property(object, name)
}
