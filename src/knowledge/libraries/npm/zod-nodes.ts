import { ALL_KINDS } from '../../../engine/flow/bits.ts'
import type { SchemaNode } from '../../../engine/flow/schema-node.ts'

/** A value that does no harm anywhere: a number, a constant. */
export const HARMLESS: SchemaNode = { clears: ALL_KINDS }
/** A string of which nothing is known. */
export const TEXT: SchemaNode = { clears: 0, text: { isBounded: false, hasPattern: false } }
/** Anything at all, with anything in it. */
export const ANYTHING: SchemaNode = { clears: 0, open: true }
/** `any` and `unknown`: nothing is checked, in so many words. */
export const ANY: SchemaNode = { ...ANYTHING, isAny: true }
/** A schema that cannot be read. */
export const UNREAD: SchemaNode = { clears: 0, open: true, unknown: true }

/** What a part clears for the whole that it stands in: the whole is not blamed for what could not be read. */
export function clearsOf(node: SchemaNode): number {
  return node.unknown ? ALL_KINDS : node.clears
}

function clearsOfEach(nodes: Iterable<SchemaNode>): number {
  let clears = ALL_KINDS
  for (const node of nodes) clears &= clearsOf(node)
  return clears
}

interface Form {
  readonly open?: boolean | undefined
  readonly unknown?: boolean | undefined
}

export function objectNode(fields: ReadonlyMap<string, SchemaNode>, form: Form = {}): SchemaNode {
  return {
    clears: form.open ? 0 : clearsOfEach(fields.values()), fields,
    ...(form.open ? { open: true } : {}), ...(form.unknown ? { unknown: true } : {}),
  }
}

/** An array, set or record, by what any of its elements (or keys) may be. */
export function listNode(element: SchemaNode, keys: SchemaNode = HARMLESS): SchemaNode {
  return { clears: clearsOf(element) & clearsOf(keys), element }
}

/** What is true of a value that one of several schemas accepted. */
export function anyOf(nodes: readonly SchemaNode[]): SchemaNode {
  const [first, ...others] = nodes
  if (!first || others.length === 0) return first ?? UNREAD
  return others.reduce(eitherOf, first)
}

function eitherOf(left: SchemaNode, right: SchemaNode): SchemaNode {
  const fields = uniteFields(left, right, eitherOf, (one, other) => (other.open ? ANYTHING : one))
  const element = left.element && right.element ? eitherOf(left.element, right.element) : left.element ?? right.element
  // `null` beside an object adds no property, a string does.
  const isMixed = left.fields ? !right.fields && right.clears !== ALL_KINDS : right.fields && left.clears !== ALL_KINDS
  return assemble(left.clears & right.clears, fields, element && (left.open || right.open) ? ANYTHING : element, {
    open: left.open === true || right.open === true || isMixed === true,
    unknown: left.unknown === true || right.unknown === true,
  })
}

/** What is true of a value that both schemas accepted. */
export function bothOf(left: SchemaNode, right: SchemaNode): SchemaNode {
  const fields = uniteFields(left, right, bothOf, (one) => one)
  const element = left.element && right.element ? bothOf(left.element, right.element) : left.element ?? right.element
  return assemble(left.clears | right.clears, fields, element, {
    open: left.open === true || right.open === true, unknown: left.unknown === true || right.unknown === true,
  })
}

type Merge = (left: SchemaNode, right: SchemaNode) => SchemaNode

function uniteFields(
  left: SchemaNode, right: SchemaNode, both: Merge, lone: Merge,
): Map<string, SchemaNode> | undefined {
  if (!left.fields && !right.fields) return undefined
  const fields = new Map<string, SchemaNode>()
  for (const [name, own] of left.fields ?? []) {
    const other = right.fields?.get(name)
    fields.set(name, other ? both(own, other) : lone(own, right))
  }
  for (const [name, own] of right.fields ?? []) if (!fields.has(name)) fields.set(name, lone(own, left))
  return fields
}

function assemble(
  clears: number, fields: SchemaNode['fields'], element: SchemaNode | undefined, form: Form,
): SchemaNode {
  return {
    clears, ...(fields ? { fields } : {}), ...(element ? { element } : {}),
    ...(form.open ? { open: true } : {}), ...(form.unknown ? { unknown: true } : {}),
  }
}
