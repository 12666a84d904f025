import { ALL_KINDS } from '../../../engine/flow/bits.ts'
import type { SchemaNode } from '../../../engine/flow/schema-node.ts'
import type { Value } from '../../../engine/flow/values.ts'
import type { CallView } from '../../../engine/rows.ts'
import { patternClears, resolveFormat } from './zod-formats.ts'
import { anyOf, bothOf, HARMLESS, listNode, objectNode, TEXT, UNREAD } from './zod-nodes.ts'

const MAX_DEPTH = 8
const HARMLESS_TYPES: ReadonlySet<unknown> = new Set(['number', 'integer', 'boolean', 'null'])
/**
 * Formats of ajv-formats 3 by their names here. A `date-time` may hold a line break there, and `uri` and `email` hold a free part:
 * https://github.com/ajv-validator/ajv-formats/blob/master/src/formats.ts
 */
const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'uuid', date: 'date', time: 'time', ipv4: 'ipv4', ipv6: 'ipv6', hostname: 'hostname',
}

/** What a JSON Schema enforces where code checks values by it: https://json-schema.org/draft/2020-12/json-schema-validation. */
export function enforcedNode(schema: Value, view: CallView, depth = 0): SchemaNode {
  const keys = view.keys(schema)
  const isSpread = keys !== undefined && view.property(schema, '\0').op !== 'constant'
  if (!keys || isSpread || depth > MAX_DEPTH || keys.includes('$ref')) return UNREAD
  const part = (name: string): Value => view.property(schema, name)
  const every = (name: string): SchemaNode[] => (
    view.elements(part(name)) ?? [view.unknown(name)]).map((item) => enforcedNode(item, view, depth + 1))
  const own = typeNode(schema, keys, view, depth)
  const others = [
    ...['anyOf', 'oneOf'].flatMap((name) => (keys.includes(name) ? [anyOf(every(name))] : [])),
    ...(keys.includes('allOf') ? every('allOf') : []),
  ]
  return others.reduce(bothOf, own)
}

function typeNode(schema: Value, keys: readonly string[], view: CallView, depth: number): SchemaNode {
  if (keys.includes('enum') || keys.includes('const')) return HARMLESS
  const type = view.property(schema, 'type')
  const types = (view.elements(type) ?? [type]).map((item) => view.constant(item)?.value)
  if (types.every((name) => HARMLESS_TYPES.has(name))) return HARMLESS
  if (types.includes('object') || keys.includes('properties')) return fieldsNode(schema, view, depth)
  if (types.includes('array')) {
    return keys.includes('items') ? listNode(enforcedNode(view.property(schema, 'items'), view, depth + 1)) : { clears: 0 }
  }
  if (!types.includes('string')) return { clears: 0, open: true }
  const isText = types.every((name) => name === 'string' || name === 'null')
  if (!isText) return { clears: 0, open: true }
  return { ...TEXT, clears: patternOf(schema, keys, view) | formatOf(view.constant(view.property(schema, 'format'))?.value) }
}

function fieldsNode(schema: Value, view: CallView, depth: number): SchemaNode {
  const properties = view.property(schema, 'properties')
  const names = view.keys(properties) ?? []
  const fields = new Map(names.map((name) => [name, enforcedNode(view.property(properties, name), view, depth + 1)]))
  const isClosed = view.constant(view.property(schema, 'additionalProperties'))?.value === false
  return objectNode(fields, { open: !isClosed })
}

function patternOf(schema: Value, keys: readonly string[], view: CallView): number {
  if (!keys.includes('pattern')) return 0
  const pattern = view.constant(view.property(schema, 'pattern'))?.value
  return typeof pattern === 'string' ? patternClears(pattern, 'u') : ALL_KINDS
}

function formatOf(format: unknown): number {
  const name = typeof format === 'string' && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  return name === undefined ? 0 : resolveFormat(name) ?? 0
}
