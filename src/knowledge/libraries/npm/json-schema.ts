import type { SchemaNode } from '../../../engine/flow/schema-node.ts'
import type { ObjectValue, Value } from '../../../engine/flow/values.ts'
import type { CallView, SchemaReader } from '../../../engine/rows.ts'

const MAX_DEPTH = 8
/** Keywords that say nothing of what a value may be: https://json-schema.org/draft/2020-12/json-schema-validation#section-9 */
const ANNOTATIONS: ReadonlySet<string> = new Set(['title', 'description', 'default', 'examples', 'deprecated', '$comment', 'nullable'])
const CONVERTER = /(?:zodToJsonSchema|toJSONSchema|toJsonSchema)\(\)$/u

/** JSON Schema as servers list it, written as an object or made from a schema of a library. */
export const jsonSchema: SchemaReader = {
  modules: ['zod-to-json-schema'],
  isDescription: true,
  read: (value, view) => {
    if (value.op === 'extern') {
      const [first] = CONVERTER.test(value.path) ? value.args ?? [] : []
      return first && view.schema(first)
    }
    if (value.op !== 'object') return undefined
    const isObject = view.constant(view.property(value, 'type'))?.value === 'object'
    const hasProperties = (view.keys(value) ?? []).includes('properties') && view.property(value, 'properties').op === 'object'
    return isObject || hasProperties ? objectNode(value, view, 0) : undefined
  },
}

function objectNode(value: ObjectValue, view: CallView, depth: number): SchemaNode {
  const properties = view.property(value, 'properties')
  const fields = new Map<string, SchemaNode>()
  if (properties.op === 'object') {
    for (const name of view.keys(properties) ?? []) {
      const node = nodeOf(view.property(properties, name), view, depth + 1)
      const { at, file } = properties
      fields.set(name, at && file ? { ...node, place: { file: file.path, at, name } } : node)
    }
  }
  const isOpen = view.constant(view.property(value, 'additionalProperties'))?.value === true
  return { clears: 0, fields, ...(isOpen ? { open: true } : {}) }
}

function nodeOf(value: Value, view: CallView, depth: number): SchemaNode {
  const keys = view.keys(value)
  if (value.op !== 'object' || !keys || depth > MAX_DEPTH) return { clears: 0, unknown: true }
  const description = view.constant(view.property(value, 'description'))?.value
  return { ...typeNode(value, keys, view, depth), ...(typeof description === 'string' ? { description } : {}) }
}

function typeNode(value: ObjectValue, keys: readonly string[], view: CallView, depth: number): SchemaNode {
  const isSpread = view.property(value, '\0').op !== 'constant'
  if (isSpread) return { clears: 0, unknown: true }
  if (keys.every((key) => ANNOTATIONS.has(key))) return { clears: 0, isAny: true }
  switch (view.constant(view.property(value, 'type'))?.value) {
    case 'object':
      return keys.includes('properties') ? objectNode(value, view, depth) : { clears: 0 }
    case 'array': {
      const items = view.property(value, 'items')
      return items.op === 'object' ? { clears: 0, element: nodeOf(items, view, depth + 1) } : { clears: 0 }
    }
    case 'string': {
      if (keys.includes('enum') || keys.includes('const')) return { clears: 0 }
      const hasFormat = keys.includes('format')
      return {
        clears: 0, text: { isBounded: hasFormat || keys.includes('maxLength'), hasPattern: hasFormat || keys.includes('pattern') },
      }
    }
    default:
      return { clears: 0 }
  }
}
