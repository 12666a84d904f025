import { oncePerKey } from '../../syntax/once-per-key.ts'
import type { Held } from '../confidential-rows.ts'
import type { FileFacts, Range } from '../facts/ir.ts'
import { stateSet } from './bits.ts'
import type { Evaluator } from './evaluator.ts'
import type { KnownFacts } from './known-facts.ts'
import { contentsOf } from './read-member.ts'
import { MANY } from './value-table.ts'
import type { Value } from './values.ts'

/** An object literal, and the property of it that carries a value. */
export interface Carrier {
  readonly file: FileFacts
  readonly at: Range
  readonly property: string
}

/** Something confidential in a value, and where the value is written down as an object. */
export interface FoundHeld extends Held {
  readonly carrier?: Carrier
}

/** What a `catch` clause, a `.catch` or an error callback receives; what it holds is for knowledge to say. */
export const CAUGHT = 'caught'

const OWN_ERROR = stateSet(['own-error'])
/** What an object holds by the name of its property alone, and what a text of the source is: for knowledge to say, like `caught`. */
const MEMBER = 'member'
const CONSTANT = 'constant'
/** Shorter texts are no credentials. */
const MIN_TEXT = 16

/** Operations that keep next to nothing of the text that they are given. */
const HIDING = new Set([
  'typeof', 'key', 'slice', 'substring', 'substr', 'charAt', 'at', 'replace', 'match', 'split', 'part', 'parse-url', 'get',
])
/** Methods whose results hold what they are called on. */
const CARRYING = new Set(['trim', 'toString', 'valueOf', 'concat', 'toLowerCase', 'toUpperCase'])
/** The longest scheme that stands before a credential: `negotiate `. */
const MAX_SCHEME = 10
const MAX_VISITS = 500
const MAX_DEPTH = 40

/** How a search came to a value. */
interface Way {
  readonly facts: KnownFacts
  readonly carrier: Carrier | undefined
  /** True behind a text: what is in an object there is no more written down as it stands. */
  readonly isText: boolean
  /** The names below the value, outermost first. */
  readonly path: readonly string[]
  readonly depth: number
}

/** Everything confidential that a value carries, each thing once in each literal; empty where nothing is known of it. */
export function findHeld(machine: Evaluator, start: Value, known: KnownFacts): readonly FoundHeld[] {
  const found: FoundHeld[] = []
  const cleanAt = new Map<number, Map<number, KnownFacts>>()
  let visits = 0
  const visit = (value: Value, way: Way): void => {
    const { facts, path, depth, carrier } = way
    const clean = oncePerKey(cleanAt, carrier?.at[0] ?? -1, () => new Map<number, KnownFacts>())
    visits += 1
    if (visits > MAX_VISITS || depth > MAX_DEPTH || (path.length === 0 && clean.get(value.id) === facts)) return
    const fact = facts.of(value)
    if (fact && (fact.equals !== undefined || (fact.states & OWN_ERROR) !== 0)) return
    if (path.length === 0) clean.set(value.id, facts)
    const before = found.length
    for (const { item, ...rest } of partsOf(machine, value, way)) visit(item, { ...way, depth: depth + 1, ...rest })
    // Of what a part is known by itself, its name need not tell it again.
    const held = found.length === before ? heldIn(machine, value, facts, path) : undefined
    if (!held) return
    const isKnown = found.some((item) => item.kind === held.kind && item.name === held.name && isOfOne(item.carrier, carrier))
    if (!isKnown) found.push({ ...held, ...(carrier ? { carrier } : {}) })
  }
  visit(start, { facts: known, carrier: undefined, isText: false, path: [], depth: 0 })
  return found
}

/** Whether two places are in the same literal. */
function isOfOne(one: Carrier | undefined, other: Carrier | undefined): boolean {
  if (!one || !other) return true
  const isWithin = (inner: Range, outer: Range): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]
  return one.file === other.file && (isWithin(one.at, other.at) || isWithin(other.at, one.at))
}

/** What a value is made of, each part with what is different on the way to it. */
function partsOf(machine: Evaluator, value: Value, { facts, carrier, isText, path }: Way): readonly (Partial<Way> & { item: Value })[] {
  switch (value.op) {
    case 'field':
      return [{ item: value.base, isText: true, path: [value.name, ...path] }]
    case 'text':
      return value.parts.map((item) => ({ item, isText: true, path: [] }))
    case 'derived': {
      if (HIDING.has(value.name)) return []
      // A schema keeps the names of properties.
      const names = value.name.startsWith('parsed-') || value.name === MANY ? path : []
      return value.inputs.map((item) => ({ item, isText: true, path: names }))
    }
    case 'choice':
      // What is there only where it is empty tells nothing.
      return value.alternatives.filter((item) => item.truthy !== false).map((item) => ({ item: item.value, facts: facts.with(item.facts) }))
    case 'object': {
      if (value.kind === 'instance' || path.length > 0) return []
      const { elements = [], fields, others } = contentsOf(machine, value)
      return [
        ...[...fields].map(([property, item]) => ({ item, carrier: isText ? carrier : innermost(carrier, value, property) })),
        ...[...elements, ...(isRedacted(machine, fields) ? [] : others)].map((item) => ({ item })),
      ]
    }
    default:
      return []
  }
}

/** A literal inside another is where a value stands; one from elsewhere is only named there. */
function innermost(outer: Carrier | undefined, { file, at }: Value & { op: 'object' }, property: string): Carrier | undefined {
  if (!file || !at) return outer
  const isInside = !outer || (outer.file === file && outer.at[0] <= at[0] && at[1] <= outer.at[1])
  return isInside ? { file, at, property } : outer
}

/** True where a credential of what is spread into an object is written over. */
function isRedacted(machine: Evaluator, fields: ReadonlyMap<string, Value>): boolean {
  return [...fields].some(([name, value]) => value.op === 'constant'
    && (machine.index.held(MEMBER, name) ?? machine.index.held(MEMBER, `headers.${name}`)) !== undefined)
}

function heldIn(machine: Evaluator, value: Value, facts: KnownFacts, path: readonly string[]): Held | undefined {
  const { index } = machine
  switch (value.op) {
    case 'extern':
      return heldBy(machine, value, facts, path)
        ?? (path.length === 0 && !value.args && value.path.includes('.') ? index.held(MEMBER, value.path) : undefined)
    case 'source':
      return index.held(value.source.kind, [value.source.name, ...path].filter((name) => name !== '').join('.'))
    case 'unknown':
      return path.length === 0 && value.label.includes('.') ? index.held(MEMBER, value.label) : undefined
    case 'field':
      // What a client calls its argument says nothing of it.
      return path.length === 0 && !isArgument(value) ? index.held(MEMBER, value.name) : undefined
    case 'constant':
      return typeof value.constant === 'string' && value.constant.length >= MIN_TEXT ? index.held(CONSTANT, value.constant) : undefined
    default:
      return undefined
  }
}

function isArgument(value: Value): boolean {
  if (value.op === 'field') return isArgument(value.base)
  if (value.op === 'derived') return value.inputs.some(isArgument)
  return value.op === 'choice' ? value.alternatives.some((item) => isArgument(item.value)) : value.op === 'source'
}

/** What something of a library holds, or the text that it was made of with a method that keeps it. */
function heldBy(machine: Evaluator, value: Value & { op: 'extern' }, facts: KnownFacts, path: readonly string[]): Held | undefined {
  for (let part: Value | undefined = value; part?.op === 'extern'; part = part.from) {
    if (((facts.of(part)?.states ?? 0) & OWN_ERROR) !== 0) return undefined
  }
  const origin = value.from
  // What is left of it without some of its properties.
  if (origin?.op === 'extern' && origin.module === value.module && origin.path === value.path) return undefined
  const held = machine.index.held(value.module, [value.path, ...path].filter((name) => name !== '').join('.'))
  if (held || path.length > 0) return held
  const method = value.args ? origin : isSecondWord(value) && origin?.op === 'extern' ? origin.from : undefined
  const isKept = method?.op === 'extern' && (!value.args || keepsText(method.path.slice(method.path.lastIndexOf('.') + 1), value.args))
  return isKept && method.from?.op === 'extern' ? heldBy(machine, method.from, facts, []) : undefined
}

/** Whether a method keeps all of a text but for a word at its beginning: `slice(7)`, `replace('Bearer ', '')`. */
function keepsText(method: string, [first, second]: readonly Value[]): boolean {
  if (CARRYING.has(method)) return true
  if (method === 'slice' || method === 'substring') {
    return !second && first?.op === 'constant' && typeof first.constant === 'number' && first.constant > 0 && first.constant <= MAX_SCHEME
  }
  const isRemoved = second?.op === 'constant' && second.constant === ''
  return method === 'replace' && isRemoved && (first?.op === 'regex' ? first.source.startsWith('^') : first?.op === 'constant')
}

/** `authorization.split(' ')[1]` is what stands behind the scheme. */
function isSecondWord({ path, from }: Value & { op: 'extern' }): boolean {
  if (!path.endsWith('.split().1') || from?.op !== 'extern') return false
  const [separator] = from.args ?? []
  return separator?.op === 'constant' && separator.constant === ' '
}
