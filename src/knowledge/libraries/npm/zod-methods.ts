import { ALL_KINDS } from '../../../engine/flow/bits.ts'
import type { SchemaNode } from '../../../engine/flow/schema-node.ts'
import type { Value } from '../../../engine/flow/values.ts'
import type { CallView } from '../../../engine/rows.ts'
import { formatText, patternClears, resolveFormat } from './zod-formats.ts'
import { anyOf, bothOf, HARMLESS, listNode, objectNode, UNREAD } from './zod-nodes.ts'
import { refinedNode, transformedNode } from './zod-probe.ts'

/** What a method needs to know of the schemas among its arguments. */
export interface PartReader {
  readonly view: CallView
  read: (value: Value) => SchemaNode | undefined
  part: (value: Value | undefined) => SchemaNode
  shape: (shape: Value | undefined) => SchemaNode
}

type Method = (node: SchemaNode, args: readonly Value[], reader: PartReader) => SchemaNode

/** Methods that change nothing that matters here: they describe, permit nothing instead, or bound length and form. */
const PASSING: ReadonlySet<string> = new Set([
  'optional', 'nullable', 'nullish', 'nonoptional', 'exactOptional', 'default', '_default', 'prefault', 'readonly',
  'brand', 'describe', 'meta', 'register', 'openapi', 'clone', 'promise', 'superRefine', 'refinement', 'partial',
  'deepPartial', 'exactPartial', 'required', 'unwrap', 'removeDefault', 'removeCatch', 'min', 'max', 'length',
  'nonempty', 'size', 'trim', 'toLowerCase', 'toUpperCase', 'lowercase', 'uppercase', 'endsWith', 'includes',
  'email', 'url', 'emoji', 'jwt', 'base64', 'base64url',
])

/** Methods that do not give a schema back. */
const NO_SCHEMA = /^(?:safe)?(?:parse|decode|encode)(?:Async)?$|^(?:spa|validate(?:Async)?|is[A-Z]\w+|toJSONSchema)$/iu

const METHODS: Readonly<Record<string, Method>> = {
  regex: (node, [pattern]) => withPattern(node, pattern),
  startsWith: (node, [prefix], { view }) => withPrefix(node, prefix && view.constant(prefix)?.value),
  refine: (node, [check], { view }) => (check ? refinedNode(node, check, view) : node),
  transform: (node, [make], { view }) => (make ? transformedNode(node, make, view) : UNREAD),
  overwrite: (node, [make], { view }) => (make ? transformedNode(node, make, view) : UNREAD),
  // Compatibility forms fold full-width characters into the ASCII ones that a pattern may have excluded.
  normalize: (node) => ({ ...node, clears: 0 }),
  check: (node, checks, reader) => checks.reduce((checked, check) => withCheck(checked, check, reader), node),
  with: (node, checks, reader) => checks.reduce((checked, check) => withCheck(checked, check, reader), node),
  catch: (node, [fallback], { view }) => (fallback && view.isFunction(fallback)
    ? anyOf([node, transformedNode({ clears: 0 }, fallback, view)]) : node),
  array: (node) => listNode(node),
  or: (node, [other], reader) => anyOf([node, reader.part(other)]),
  and: (node, [other], reader) => bothOf(node, reader.part(other)),
  pipe: (node, [next], reader) => piped(node, next, reader),
  pipeline: (node, [next], reader) => piped(node, next, reader),
  extend: (node, [shape], reader) => extended(node, reader.shape(shape), node.open),
  safeExtend: (node, [shape], reader) => extended(node, reader.shape(shape), node.open),
  augment: (node, [shape], reader) => extended(node, reader.shape(shape), node.open),
  merge: (node, [other], reader) => {
    const added = reader.part(other)
    return extended(node, added, added.open)
  },
  pick: (node, [mask], { view }) => masked(node, mask, view, true),
  omit: (node, [mask], { view }) => masked(node, mask, view, false),
  keyof: () => HARMLESS,
  strict: (node) => reopened(node, false),
  strip: (node) => reopened(node, false),
  nonstrict: (node) => reopened(node, true),
  passthrough: (node) => reopened(node, true),
  loose: (node) => reopened(node, true),
  catchall: (node) => reopened(node, true),
  rest: (node, [other], reader) => listNode(anyOf([node.element ?? HARMLESS, reader.part(other)])),
}

/** What a schema enforces once a method was called on it; `undefined` where the method gives no schema. */
export function methodNode(
  name: string, node: SchemaNode, args: readonly Value[], reader: PartReader,
): SchemaNode | undefined {
  if (NO_SCHEMA.test(name)) return undefined
  if (PASSING.has(name)) return annotated(name, node, args, reader.view)
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined
  if (method) return withOwnCheck(name, method(node, args, reader))
  const format = resolveFormat(name)
  if (format !== undefined) return { ...node, clears: node.clears | format, text: formatText(name) }
  // Bounds of numbers, `extract` of an enumeration: the value stays a number, a date, a constant.
  return node.clears === ALL_KINDS && !node.fields && !node.element ? node : UNREAD
}

/** Bounds and descriptions change nothing of what comes through, but rules ask for them. */
function annotated(name: string, node: SchemaNode, [first]: readonly Value[], view: CallView): SchemaNode {
  if (name === 'describe' || name === 'meta') {
    const described = first && (name === 'meta' ? view.property(first, 'description') : first)
    const text = described && view.constant(described)?.value
    return typeof text === 'string' ? { ...node, description: text } : node
  }
  if (!node.text) return node
  if (name === 'max' || name === 'length') return { ...node, text: { ...node.text, isBounded: true } }
  if (/^(?:email|url|emoji|jwt)$/u.test(name)) return { ...node, text: { ...node.text, hasPattern: true } }
  return withOwnCheck(name, node)
}

const OWN_CHECKS = /^(?:refine|superRefine|refinement|transform|overwrite|check|with|pipe|pipeline|catch)$/u

/** A check of the author's own may bound anything. */
function withOwnCheck(name: string, node: SchemaNode): SchemaNode {
  return node.text && OWN_CHECKS.test(name) ? { ...node, text: { isBounded: true, hasPattern: true } } : node
}

function withPattern(node: SchemaNode, pattern: Value | undefined): SchemaNode {
  if (pattern?.op !== 'regex') return { ...node, unknown: true }
  const clears = node.clears | patternClears(pattern.source, pattern.flags)
  // A pattern with ends and without repetition without end bounds the length too.
  const isBounded = node.text?.isBounded === true || (/^\^.*\$$/su.test(pattern.source) && !/[*+]|,\}/u.test(pattern.source))
  return { ...node, clears, ...(node.text ? { text: { isBounded, hasPattern: true } } : {}) }
}

/** A text with a beginning of its own is no option, and with an origin of its own leads to no other host. */
function withPrefix(node: SchemaNode, prefix: unknown): SchemaNode {
  const escaped = typeof prefix === 'string' ? prefix.replace(/[$()*+./?[\\\]^{|}-]/gu, '\\$&') : ''
  const clears = node.clears | patternClears(`^${escaped}`, '')
  return { ...node, clears, ...(node.text ? { text: { ...node.text, hasPattern: true } } : {}) }
}

/** A check of zod/mini: `z.regex(/…/)` and its kin, as calls or as schemas of a format. */
function withCheck(node: SchemaNode, check: Value, reader: PartReader): SchemaNode {
  if (check.op !== 'extern' || !check.args || check.from?.op !== 'extern') return node
  const name = check.from.path.slice(check.from.path.lastIndexOf('.') + 1)
  if (name === 'regex' || name === 'startsWith' || name === 'refine' || name === 'overwrite' || name === 'normalize') {
    return methodNode(name, node, check.args, reader) ?? node
  }
  const format = reader.read(check)
  return format ? bothOf(node, format) : node
}

const CHANGING = /(?:transform|preprocess|overwrite|codec|normalize|pipe|lazy)\(\)/u

/** Of the first schema only that remains which the second cannot have changed. */
function piped(node: SchemaNode, next: Value | undefined, reader: PartReader): SchemaNode {
  const second = reader.part(next)
  const changes = next?.op !== 'extern' || CHANGING.test(next.path)
  return changes || second.fields || second.element ? second : bothOf(node, second)
}

function extended(node: SchemaNode, added: SchemaNode, open: boolean | undefined): SchemaNode {
  const unknown = Boolean(node.unknown) || Boolean(added.unknown) || !node.fields
  return objectNode(new Map([...node.fields ?? [], ...added.fields ?? []]), { open: Boolean(open) || unknown, unknown })
}

function masked(node: SchemaNode, mask: Value | undefined, view: CallView, keeps: boolean): SchemaNode {
  const names = mask && view.keys(mask)
  if (!names || !node.fields) return UNREAD
  const kept = [...node.fields].filter(([name]) => names.includes(name) === keeps)
  return objectNode(new Map(kept), node)
}

function reopened(node: SchemaNode, open: boolean): SchemaNode {
  return node.fields ? objectNode(node.fields, { open: open || node.unknown, unknown: node.unknown }) : node
}
