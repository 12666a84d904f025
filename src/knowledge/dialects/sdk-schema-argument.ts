import type { CallView } from '../../engine/rows.ts'
import type { SchemaNode } from '../../engine/flow/schema-node.ts'
import type { Value } from '../../engine/flow/values.ts'
import { readShape } from '../libraries/npm/zod.ts'

/** What stands where the SDK expects a schema. */
export type SchemaArgument = { readonly form: 'none' | 'unknown' } | { readonly form: 'schema'; readonly schema: SchemaNode }

/** A raw shape, or from 1.22 any schema: read as far as it can be. */
export function readSchemaArgument(call: CallView, value: Value): SchemaArgument {
  if (call.constant(value)) return { form: 'none' }
  const schema = call.schema(value) ?? readShape(value, call)
  if (schema) return { form: 'schema', schema }
  return { form: 'unknown' }
}
