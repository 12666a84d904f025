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

/** Everything confidential that a value carries, each thing once; empty where nothing is known of it. */
export function findHeld(machine: Evaluator, start: Value, known: KnownFacts): readonly FoundHeld[] {
  const found = new Map<string, FoundHeld>()
  const clean = new Map<number, KnownFacts>()
  let visits = 0
  const note = (held: Held | undefined, carrier: Carrier | undefined): void => {
    if (held && !found.has(`${held.kind}:${held.name}`)) found.set(`${held.kind}:${held.name}`, { ...held, ...(carrier ? { carrier } : {}) })
  }
  const visit = (value: Value, facts: KnownFacts, carrier: Carrier | undefined, isText: boolean, path: readonly string[], depth: number): void => {
    visits += 1
    if (visits > MAX_VISITS || depth > MAX_DEPTH || (path.length === 0 && clean.get(value.id) === facts)) return
    const fact = facts.of(value)
    if (fact && (fact.equals !== undefined || (fact.states & OWN_ERROR) !== 0)) return
    if (path.length === 0) clean.set(value.id, facts)
    switch (value.op) {
      case 'extern':
        note(heldBy(machine, value, facts, path), carrier)
        return
      case 'field':
        visit(value.base, facts, carrier, true, [value.name, ...path], depth + 1)
        return
      case 'text':
        for (const part of value.parts) visit(part, facts, carrier, true, [], depth + 1)
        return
      case 'derived':
        if (HIDING.has(value.name)) return
        for (const input of value.inputs) visit(input, facts, carrier, true, value.name.startsWith('parsed-') ? path : [], depth + 1)
        return
      case 'choice':
        for (const item of value.alternatives) visit(item.value, facts.with(item.facts), carrier, isText, path, depth + 1)
        return
      case 'object': {
        if (value.kind === 'instance' || path.length > 0) return
        const { elements = [], fields, others } = contentsOf(machine, value)
        for (const [property, item] of fields) visit(item, facts, isText ? carrier : innermost(carrier, value, property), isText, [], depth + 1)
        for (const item of [...elements, ...others]) visit(item, facts, carrier, isText, [], depth + 1)
        return
      }
      default:
    }
  }
  visit(start, known, undefined, false, [], 0)
  return [...found.values()]
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
