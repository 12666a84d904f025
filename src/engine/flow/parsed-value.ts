import type { CallView } from '../rows.ts'
import { ALL_KINDS } from './bits.ts'
import type { Evaluator } from './evaluator.ts'
import { contentsOf, readMember } from './read-member.ts'
import { withSchema } from './schema-at.ts'
import type { SchemaNode } from './schema-node.ts'
import type { Value } from './values.ts'

const schemaIds = new WeakMap<SchemaNode, number>()
let nextSchema = 1

/** A value as a schema lets it through: each property is clear of what its own schema excludes. */
export function parsedValue(machine: Evaluator, input: Value, schema: SchemaNode): Value {
  machine.checked.add(input.id)
  if (input.op === 'object' && schema.fields) {
    const object = machine.table.object('object')
    const fields = new Map([...schema.fields].map(([name, own]) => [name, parsedValue(machine, readMember(machine, input, name), own)]))
    machine.state.set(-object.id, { fields, others: schema.open ? contentsOf(machine, input).others : [] })
    return object
  }
  let id = schemaIds.get(schema)
  if (id === undefined) {
    id = nextSchema++
    schemaIds.set(schema, id)
  }
  const clears = schema.unknown && !schema.fields ? ALL_KINDS : schema.clears
  return withSchema(machine.table.derived(`parsed-${id}`, [input], clears), schema)
}

export function readSchema(machine: Evaluator, value: Value, view: CallView): SchemaNode | undefined {
  for (const reader of machine.index.schemaReaders) {
    if (reader.isDescription) continue
    const schema = reader.read(value, view)
    if (schema) return schema
  }
  return undefined
}
