import type { CallView } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/** `new URL(text)` and `new URL(reference, base)`: https://url.spec.whatwg.org/#dom-url-url */
export function parseUrl(call: CallView): Value {
  const base = call.arg(1)
  const isAlone = call.constant(base)?.value === undefined && base.op === 'constant'
  // What has no scheme is refused, and a scheme begins with a letter.
  if (isAlone) call.learn([{ value: call.arg(0), clears: ['argument'] }])
  return call.derived('parse-url', isAlone ? [call.arg(0)] : [call.arg(0), base])
}
