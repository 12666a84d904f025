import type { SchemaNode } from '../../../engine/flow/schema-node.ts'
import type { ExternValue, Value } from '../../../engine/flow/values.ts'
import type { CallView, SchemaReader } from '../../../engine/rows.ts'
import { patternClears, resolveFormat } from './zod-formats.ts'
import { ANY, anyOf, bothOf, HARMLESS, listNode, objectNode, TEXT, UNREAD } from './zod-nodes.ts'
import { refinedNode, transformedNode } from './zod-probe.ts'

export const ARKTYPE_MODULES = ['arktype', '@ark/schema'] as const

const MODULES: ReadonlySet<string> = new Set(ARKTYPE_MODULES)
const MAX_DEPTH = 8
/** Numbers, constants and what is compared with numbers: `number.integer`, `0 < number <= 10`, `'a'`, `true`, `-1`. */
const HARMLESS_TERM = /^(?:number|bigint|Date|boolean|true|false|null|undefined|-?\d[\d.]*)(?:\.\w+)*$/u
/** What may stand before and behind the name of a type: `0 <`, `% 2`. */
const BOUND = /^-?\d[\d.]*\s*<=?\s*|\s*(?:[<>]=?|==|%)\s*-?\d[\d.]*$/gu
const LITERAL = /^(?:'[^']*'|"[^"]*")$/u
/** Keywords by the formats that admit the same: https://arktype.io/docs/keywords */
const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'uuid', ip: 'ip', 'ip.v4': 'ipv4', 'ip.v6': 'ipv6', creditCard: 'creditCard',
}
const PATTERNS: Readonly<Record<string, string>> = {
  hex: '^[\\dA-Fa-f]+$', alpha: '^[A-Za-z]*$', alphanumeric: '^[\\dA-Za-z]*$', digits: '^\\d*$', semver: '^[\\dA-Za-z][\\dA-Za-z.+-]*$',
  numeric: '^-?[\\d.]+$', integer: '^-?\\d+$', lower: '^[a-z]*$', upper: '^[A-Z]*$',
}
/** Methods that bound, describe or permit nothing instead. */
const PASSING: ReadonlySet<string> = new Set([
  'describe', 'configure', 'brand', 'optional', 'default', 'readonly', 'atLeastLength', 'moreThanLength', 'onUndeclaredKey',
  'onDeepUndeclaredKey', 'atMostLength', 'lessThanLength', 'exactlyLength', 'as',
])

/** Types of arktype 2, made of texts, objects and other types: https://arktype.io/docs/objects */
export const arktypeSchemas: SchemaReader = {
  modules: ARKTYPE_MODULES,
  read: (value, view) => readType(value, view, 0),
}

function readType(value: Value, view: CallView, depth: number): SchemaNode | undefined {
  if (value.op !== 'extern' || !MODULES.has(value.module)) return undefined
  if (depth > MAX_DEPTH) return UNREAD
  if (!value.args) return readKeyword(value)
  if (!value.path.endsWith('()')) return undefined
  const name = value.path.slice(0, -2)
  if (name === 'type' || name === 'scope().type') return value.args.length === 1 ? nodeOf(value.args[0], view, depth) : UNREAD
  if (name === 'type.enumerated' || name === 'type.unit') return HARMLESS
  if (name === 'type.or') return anyOf(value.args.map((item) => nodeOf(item, view, depth)))
  if (name === 'type.and' || name === 'type.merge') return value.args.map((item) => nodeOf(item, view, depth)).reduce(bothOf)
  return methodNode(value, value.args, view, depth)
}

/** `type.string`, `type.keywords.string.uuid.root` */
function readKeyword({ path }: ExternValue): SchemaNode | undefined {
  const keyword = /^type\.(?:keywords\.)?([a-zA-Z.]+?)(?:\.root)?$/u.exec(path)?.[1]
  return keyword === undefined || /^(?:errors|keywords)$/u.test(keyword) ? undefined : termNode(keyword)
}

function methodNode(value: ExternValue, args: readonly Value[], view: CallView, depth: number): SchemaNode | undefined {
  const member = value.from
  const owner = member?.op === 'extern' && member.from ? readType(member.from, view, depth + 1) : undefined
  if (!owner) return undefined
  const [first] = args
  switch (value.path.slice(value.path.lastIndexOf('.') + 1, -2)) {
    case 'array':
      return listNode(owner)
    case 'or':
      return anyOf([owner, nodeOf(first, view, depth)])
    case 'and':
    case 'merge':
    case 'to':
      return bothOf(owner, nodeOf(first, view, depth))
    case 'narrow':
    case 'filter':
      return first ? refinedNode(owner, first, view) : owner
    case 'pipe':
      return first && view.isFunction(first) ? transformedNode(owner, first, view) : UNREAD
    case 'matching':
      return first?.op === 'regex' ? { ...owner, clears: owner.clears | patternClears(first.source, first.flags) } : UNREAD
    case 'assert':
    case 'allows':
    case 'toJsonSchema':
      return undefined
    default:
      return PASSING.has(value.path.slice(value.path.lastIndexOf('.') + 1, -2)) ? owner : UNREAD
  }
}

/** A definition: a text, a pattern, an object, or another type. */
function nodeOf(definition: Value | undefined, view: CallView, depth: number): SchemaNode {
  if (!definition || depth > MAX_DEPTH) return UNREAD
  if (definition.op === 'regex') return { ...TEXT, clears: patternClears(definition.source, definition.flags) }
  const text = view.constant(definition)?.value
  if (typeof text === 'string') return textNode(text)
  const names = view.keys(definition)
  if (!names || view.property(definition, '\0').op !== 'constant') return readType(definition, view, depth + 1) ?? UNREAD
  const isOpen = names.some((name) => name.startsWith('['))
  const fields = names.filter((name) => !/^(?:\[|\+$)/u.test(name))
    .map((name): [string, SchemaNode] => [name.replace(/\?$/u, ''), nodeOf(view.property(definition, name), view, depth + 1)])
  // Keys that it does not name come through unless `'+'` says otherwise.
  const rest = view.constant(view.property(definition, '+'))?.value
  return objectNode(new Map(fields), { open: isOpen || (rest !== 'delete' && rest !== 'reject') })
}

/** `'a' | 'b'`, `string.uuid[]`, `string <= 10 = 'x'` */
function textNode(definition: string): SchemaNode {
  const text = definition.trim().replace(/\?$/u, '').trim()
  const pattern = /^\/(.*)\/$/su.exec(text)?.[1]
  if (pattern !== undefined) return { ...TEXT, clears: patternClears(pattern, '') }
  if (/[()/]/u.test(text)) return UNREAD
  const [type = ''] = text.split(/\s=\s/u)
  return anyOf(type.split('|').map((branch) => branch.split('&').map((term) => listedNode(term.trim())).reduce(bothOf)))
}

function listedNode(term: string): SchemaNode {
  return term.endsWith('[]') ? listNode(listedNode(term.slice(0, -2))) : termNode(term)
}

function termNode(term: string): SchemaNode {
  const type = term.replace(BOUND, '')
  if (LITERAL.test(term) || HARMLESS_TERM.test(type)) return HARMLESS
  if (type === 'string') return { clears: 0, text: { isBounded: /<|==/u.test(term), hasPattern: false } }
  if (term === 'unknown' || term === 'any') return ANY
  const keyword = /^string\.([a-zA-Z\d.]+)$/u.exec(term)?.[1]
  if (keyword === undefined) return UNREAD
  const name = keyword.replace(/\.(?:v[1-8]|preformatted|root)$/u, (end) => (keyword.startsWith('ip.') ? end : ''))
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
  if (format !== undefined) return { clears: resolveFormat(format) ?? 0, text: { isBounded: true, hasPattern: true } }
  const pattern = Object.hasOwn(PATTERNS, name) ? PATTERNS[name] : undefined
  return pattern === undefined ? TEXT : { clears: patternClears(pattern, ''), text: { isBounded: false, hasPattern: true } }
}
