import { kindsIn } from '../../../engine/flow/bits.ts'
import type { SchemaNode } from '../../../engine/flow/schema-node.ts'
import type { Value } from '../../../engine/flow/values.ts'
import type { CallView, Proof } from '../../../engine/rows.ts'

const MAX_DEPTH = 4

/**
 * What is proved of a value, and of each property that a schema names, once the schema accepted it. Of a schema that cannot be read
 * it is taken that it excludes all harm.
 */
export function schemaProofs(call: CallView, value: Value, node: SchemaNode, depth = 0): readonly Proof[] {
  const isUnread = node.unknown === true && !node.fields
  const own: Proof = { value, clears: isUnread ? 'all' : kindsIn(node.clears) }
  if (depth > MAX_DEPTH || value.op === 'constant') return [own]
  if (isUnread) {
    const parts = (call.keys(value) ?? []).map((name) => call.property(value, name))
    return [own, ...parts.flatMap((part) => schemaProofs(call, part, node, depth + 1))]
  }
  return [
    own,
    ...[...node.fields ?? []].flatMap(([name, field]) => schemaProofs(call, call.property(value, name), field, depth + 1)),
    ...(node.element ? schemaProofs(call, call.element(value), node.element, depth + 1) : []),
  ]
}
