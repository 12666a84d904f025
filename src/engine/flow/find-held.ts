import type { Held } from '../confidential-rows.ts'
import type { FileFacts, Range } from '../facts/ir.ts'
import { stateSet } from './bits.ts'
import type { Evaluator } from './evaluator.ts'
import type { KnownFacts } from './known-facts.ts'
import { contentsOf } from './read-member.ts'
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
/** Operations that keep next to nothing of the text that they are given. */
const HIDING = new Set(['typeof', 'key', 'slice', 'substring', 'substr', 'charAt', 'at', 'replace', 'match', 'split', 'part', 'parse-url'])
/** Methods whose results hold what they are called on. */
const CARRYING = new Set(['trim', 'toString', 'valueOf', 'concat', 'toLowerCase', 'toUpperCase'])
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

/** Everything confidential that a value carries, each thing once; empty where nothing is known of it. */
export function findHeld(machine: Evaluator, start: Value, known: KnownFacts): readonly FoundHeld[] {
  const found = new Map<string, FoundHeld>()
  const clean = new Map<number, KnownFacts>()
  let visits = 0
  const visit = (value: Value, way: Way): void => {
    const { facts, path, depth } = way
    visits += 1
    if (visits > MAX_VISITS || depth > MAX_DEPTH || (path.length === 0 && clean.get(value.id) === facts)) return
    const fact = facts.of(value)
    if (fact && (fact.equals !== undefined || (fact.states & OWN_ERROR) !== 0)) return
    if (path.length === 0) clean.set(value.id, facts)
    const held = value.op === 'extern' ? heldBy(machine, value, facts, path) : undefined
    if (held && !found.has(`${held.kind}:${held.name}`)) {
      found.set(`${held.kind}:${held.name}`, { ...held, ...(way.carrier ? { carrier: way.carrier } : {}) })
    }
    for (const { item, ...rest } of partsOf(machine, value, way)) visit(item, { ...way, depth: depth + 1, ...rest })
  }
  visit(start, { facts: known, carrier: undefined, isText: false, path: [], depth: 0 })
  return [...found.values()]
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
      const names = value.name.startsWith('parsed-') ? path : []
      return value.inputs.map((item) => ({ item, isText: true, path: names }))
    }
    case 'choice':
      return value.alternatives.map((item) => ({ item: item.value, facts: facts.with(item.facts) }))
    case 'object': {
      if (value.kind === 'instance' || path.length > 0) return []
      const { elements = [], fields, others } = contentsOf(machine, value)
      return [
        ...[...fields].map(([property, item]) => ({ item, carrier: isText ? carrier : innermost(carrier, value, property) })),
        ...[...elements, ...others].map((item) => ({ item })),
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

/** What something of a library holds, or the text that it was made of with a method that keeps it. */
function heldBy(machine: Evaluator, value: Value & { op: 'extern' }, facts: KnownFacts, path: readonly string[]): Held | undefined {
  for (let part: Value | undefined = value; part?.op === 'extern'; part = part.from) {
    if (((facts.of(part)?.states ?? 0) & OWN_ERROR) !== 0) return undefined
  }
  const held = machine.index.held(value.module, [value.path, ...path].filter((name) => name !== '').join('.'))
  if (held || !value.args || path.length > 0) return held
  const method = value.from
  const isKept = method?.op === 'extern' && CARRYING.has(method.path.slice(method.path.lastIndexOf('.') + 1))
  return isKept && method.from?.op === 'extern' ? heldBy(machine, method.from, facts, []) : undefined
}
