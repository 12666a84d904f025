import { ALL_KINDS } from './bits.ts'
import type { SchemaNode } from './schema-node.ts'
import type { Value } from './values.ts'

/** The schema that a tainted value went through, where one is known. */
export function schemaAt(value: Value): SchemaNode | undefined {
  switch (value.op) {
    case 'source':
      return value.source.schema
    case 'field': {
      const above = schemaAt(value.base)
      return value.name === '*' ? above?.element : above?.fields?.get(value.name) ?? above?.element
    }
    case 'derived':
      return schemas.get(value)
    default:
      return undefined
  }
}

const schemas = new WeakMap<Value, SchemaNode>()

/** Remembers what a parsed value was parsed with. */
export function withSchema(value: Value, schema: SchemaNode): Value {
  schemas.set(value, schema)
  return value
}

/** Kinds that a field is clear of because of the schema above it; what cannot be read is not blamed. */
export function fieldClears(above: SchemaNode | undefined, own: SchemaNode | undefined): number {
  if (own) return own.unknown ? ALL_KINDS : own.clears
  return above?.unknown ? ALL_KINDS : 0
}
