import type { SchemaNode } from '../../../engine/flow/schema-node.ts'
import type { ExternValue, Value } from '../../../engine/flow/values.ts'
import type { CallView, SchemaReader } from '../../../engine/rows.ts'
import { formatText, patternClears, resolveFormat } from './zod-formats.ts'
import { ANY, anyOf, bothOf, HARMLESS, listNode, objectNode, TEXT, UNREAD } from './zod-nodes.ts'
import { refinedNode, transformedNode } from './zod-probe.ts'

export const VALIBOT_MODULES = ['valibot', '@valibot/valibot', 'jsr:@valibot/valibot'] as const

const MODULES: ReadonlySet<string> = new Set(VALIBOT_MODULES)
const MAX_DEPTH = 12
const HARMLESS_TYPES: ReadonlySet<string> = new Set([
  'number', 'bigint', 'boolean', 'date', 'literal', 'picklist', 'enum', 'enum_', 'null', 'null_', 'undefined', 'undefined_', 'void',
  'void_', 'nan', 'never', 'symbol', 'keyof',
])
const WRAPPERS: ReadonlySet<string> = new Set([
  'optional', 'exactOptional', 'nullable', 'nullish', 'undefinedable', 'nonOptional', 'nonNullable', 'nonNullish', 'fallback', 'config',
  'message', 'unwrap', 'partial', 'required', 'cache',
])
/** Actions of a pipe after which the value is no text any more, or one of a few. */
const ENDING: ReadonlySet<string> = new Set([
  'toNumber', 'toBigint', 'toBoolean', 'toDate', 'parseBoolean', 'picklist', 'values', 'value', 'digits',
])
/** Formats by their names here. The dates are stricter than zod's, but for a space in place of the `T`. */
const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'uuid', ulid: 'ulid', ksuid: 'ksuid', cuid2: 'cuid2', ip: 'ip', ipv4: 'ipv4', ipv6: 'ipv6', isoDate: 'date', isoTime: 'time',
  isoTimeSecond: 'time', domain: 'hostname', hash: 'hex', creditCard: 'creditCard',
}
/** Formats of valibot's own, by its patterns or looser ones: https://github.com/open-circle/valibot/blob/main/library/src/regex.ts */
const PATTERNS: Readonly<Record<string, string>> = {
  nanoid: '^[\\w-]+$', slug: '^[\\da-z]+(?:[-_][\\da-z]+)*$', hexadecimal: '^[\\da-fhxA-F]+$', hexColor: '^#[\\da-fA-F]{3,8}$',
  mac: '^[\\da-fA-F:.-]+$', mac48: '^[\\da-fA-F:.-]+$', mac64: '^[\\da-fA-F:.-]+$', imei: '^\\d[\\d-]{14,17}$',
  decimal: '^[+-]?(?:\\d*\\.)?\\d+$', octal: '^(?:0o)?[0-7]+$', isoWeek: '^\\d{4}-W\\d{2}$',
  bic: '^[A-Z]{6}[\\dA-Z]{2}(?:[\\dA-Z]{3})?$',
}
const BOUNDED: ReadonlySet<string> = new Set(['maxLength', 'length', 'maxBytes', 'maxGraphemes', 'maxCodePoints', 'maxWords'])

/** Schemas of valibot 1: functions, and pipes of a schema and what is then done to the value. https://valibot.dev/api */
export const valibotSchemas: SchemaReader = {
  modules: VALIBOT_MODULES,
  read: (value, view) => readSchema(value, view, 0),
}

function readSchema(value: Value, view: CallView, depth: number): SchemaNode | undefined {
  if (value.op !== 'extern' || !MODULES.has(value.module) || !value.args || !value.path.endsWith('()')) return undefined
  if (depth > MAX_DEPTH) return UNREAD
  const name = value.path.slice(0, -2).replace(/Async$/u, '')
  return schemaNode(name, value.args, view, depth)
}

function schemaNode(name: string, args: readonly Value[], view: CallView, depth: number): SchemaNode | undefined {
  const part = (item: Value | undefined): SchemaNode => (item && readSchema(item, view, depth + 1)) ?? UNREAD
  const parts = (list: Value | undefined): SchemaNode[] => (list ? view.elements(list) ?? [] : []).map(part)
  const [first, second] = args
  if (HARMLESS_TYPES.has(name)) return HARMLESS
  if (WRAPPERS.has(name)) return part(first)
  switch (name) {
    case 'string':
      return TEXT
    case 'any':
    case 'unknown':
      return ANY
    case 'object':
    case 'strictObject':
    case 'looseObject':
    case 'objectWithRest':
      return fieldsNode(first, name === 'looseObject' || name === 'objectWithRest', view, depth)
    case 'array':
    case 'set':
      return listNode(part(first))
    case 'tuple':
    case 'strictTuple':
      return listNode(anyOf(parts(first)))
    case 'record':
    case 'map':
      return listNode(part(second), part(first))
    case 'union':
      return anyOf(parts(first))
    case 'variant':
      return anyOf(parts(second))
    case 'intersect':
      return parts(first).reduce(bothOf)
    case 'lazy':
      return first ? part(view.call(first, [])) : UNREAD
    case 'pipe':
      return args.slice(1).reduce((node, action) => piped(node, action, view, depth), part(first))
    case 'custom':
    case 'looseTuple':
    case 'tupleWithRest':
    case 'pick':
    case 'omit':
    case 'instance':
    case 'promise':
    case 'file':
    case 'blob':
      return UNREAD
    default:
      return undefined
  }
}

function fieldsNode(shape: Value | undefined, open: boolean, view: CallView, depth: number): SchemaNode {
  const names = shape && view.keys(shape)
  if (!shape || !names || view.property(shape, '\0').op !== 'constant') return objectNode(new Map(), { open: true, unknown: true })
  const fields = new Map(names.map((name): [string, SchemaNode] => {
    const node = readSchema(view.property(shape, name), view, depth + 1) ?? UNREAD
    const place = shape.op === 'object' && shape.at && shape.file ? { file: shape.file.path, at: shape.at, name } : undefined
    return [name, place ? { ...node, place } : node]
  }))
  return objectNode(fields, { open })
}

/** What comes out of one action of a pipe. */
function piped(node: SchemaNode, action: Value, view: CallView, depth: number): SchemaNode {
  if (action.op !== 'extern' || !action.args || !MODULES.has(action.module)) return { ...node, unknown: true }
  const schema = readSchema(action, view, depth + 1)
  if (schema) return bothOf(node, schema)
  const name = nameOf(action)
  const [first] = action.args
  const bounded = (isBounded: boolean, hasPattern: boolean): Pick<SchemaNode, 'text'> => (node.text
    ? { text: { isBounded: node.text.isBounded || isBounded, hasPattern: node.text.hasPattern || hasPattern } } : {})
  if (ENDING.has(name)) return HARMLESS
  if (name === 'transform') return first ? transformedNode(node, first, view) : UNREAD
  if (name === 'rawTransform' || name === 'normalize') return UNREAD
  if (name === 'check' || name === 'rawCheck') {
    return { ...(name === 'check' && first ? refinedNode(node, first, view) : node), ...bounded(true, true) }
  }
  if (name === 'regex') {
    return first?.op === 'regex' ? { ...node, clears: node.clears | patternClears(first.source, first.flags), ...bounded(false, true) }
      : { ...node, unknown: true }
  }
  if (name === 'description') {
    const description = first && view.constant(first)?.value
    return typeof description === 'string' ? { ...node, description } : node
  }
  if (BOUNDED.has(name)) return { ...node, ...bounded(true, false) }
  const clears = formatClears(name)
  if (clears === undefined) return { ...node, ...bounded(false, /^(?:email|url|startsWith|base64|emoji|iso\w+)$/u.test(name)) }
  return { ...node, clears: node.clears | clears, ...(node.text ? { text: formatText(FORMATS[name] ?? name) } : {}) }
}

/** Kinds that the strings of a format cannot harm; `undefined` where it is none that excludes any. */
function formatClears(name: string): number | undefined {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
  if (format !== undefined) return resolveFormat(format)
  const pattern = Object.hasOwn(PATTERNS, name) ? PATTERNS[name] : undefined
  return pattern === undefined ? undefined : patternClears(pattern, '')
}

function nameOf(action: ExternValue): string {
  return action.path.replace(/\(\)$/u, '').replace(/Async$/u, '')
}
