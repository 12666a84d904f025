import type { CallView } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/** What a tag gives that puts the holes between the texts as they are. */
export function taggedText(call: CallView): Value {
  const [texts, ...holes] = call.args
  const parts = texts ? call.elements(texts) ?? [call.element(texts)] : []
  return call.text(parts.flatMap((text, index) => [text, ...holes.slice(index, index + 1)]))
}
