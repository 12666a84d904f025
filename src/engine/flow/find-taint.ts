import type { SinkKind } from '../../knowledge/kinds.ts'
import { kindSet, stateSet } from './bits.ts'
import type { Evaluator } from './evaluator.ts'
import type { KnownFacts } from './known-facts.ts'
import { contentsOf } from './read-member.ts'
import type { Source } from './source.ts'
import { decidingInputs, decidingParts, isAddressKind } from './url-parts.ts'
import type { Fact, Value } from './values.ts'

export interface Taint {
  readonly source: Source
  /** The names below the source, outermost first: `options`, `*`. */
  readonly path: readonly string[]
  /** The facts under which this way through the alternatives holds. */
  readonly facts: readonly Fact[]
}

const PATH = kindSet(['path'])
const NO_DOT_DOT = stateSet(['no-dot-dot'])

/** Quote characters and the kinds for which text is harmless between two of them once they are escaped in it. */
const ESCAPES: Readonly<Record<string, { quote: string; kinds: number }>> = {
  'escape-posix': { quote: "'", kinds: kindSet(['shell-text']) },
  'escape-script': { quote: '"', kinds: kindSet(['code']) },
  'escape-double-quote': { quote: '"', kinds: kindSet(['query-text']) },
  'escape-single-quote': { quote: "'", kinds: kindSet(['query-text']) },
  'escape-backtick': { quote: '`', kinds: kindSet(['query-text']) },
  'escape-bracket': { quote: ']', kinds: kindSet(['query-text']) },
}

const MAX_VISITS = 2_000
const MAX_DEPTH = 60

/** What a search met, for explanations. */
export interface Trail {
  /** From the source that was found to the value that was searched; empty where none was. */
  readonly values: Value[]
  /** Where the search ended because the value is harmless there: a fact says so, or how the value was made. */
  readonly barriers: { readonly value: Value; readonly fact?: Fact }[]
}

/** One source that the value comes from and that nothing has cleared for the kind, or `undefined`. */
export function findTaint(machine: Evaluator, value: Value, kind: SinkKind, known: KnownFacts, trail?: Trail): Taint | undefined {
  return search(machine, value, kindSet([kind]), known, trail)
}

/** True where any part of a value comes from a source and is not bound to constants. */
export function comesFromSource(machine: Evaluator, value: Value, known: KnownFacts): boolean {
  return search(machine, value, 0, known) !== undefined
}

function search(machine: Evaluator, start: Value, kind: number, known: KnownFacts, trail?: Trail): Taint | undefined {
  let visits = 0
  const clean = new Map<number, KnownFacts>()
  const visit = (value: Value, facts: KnownFacts, path: readonly string[], extra: readonly Fact[], depth: number): Taint | undefined => {
    visits += 1
    if (visits > MAX_VISITS || depth > MAX_DEPTH || clean.get(value.id) === facts) return undefined
    const fact = facts.of(value)
    if (fact && (kind === 0 ? fact.equals !== undefined : (fact.clears & kind) !== 0)) {
      trail?.barriers.push({ value, fact })
      return undefined
    }
    const found = inside(value, facts, path, extra, depth)
    if (found) trail?.values.push(value)
    else clean.set(value.id, facts)
    return found
  }
  const stop = (value: Value): undefined => {
    trail?.barriers.push({ value })
  }
  const harmful = (all: readonly Value[], some: readonly Value[]): readonly Value[] => {
    if (trail && some.length < all.length) for (const value of all) if (!some.includes(value)) stop(value)
    return some
  }
  const first = (values: readonly Value[], facts: KnownFacts, extra: readonly Fact[], depth: number): Taint | undefined => {
    for (const item of values) {
      const found = visit(item, facts, [], extra, depth + 1)
      if (found) return found
    }
    return undefined
  }
  const inside = (value: Value, facts: KnownFacts, path: readonly string[], extra: readonly Fact[], depth: number): Taint | undefined => {
    switch (value.op) {
      case 'source':
        return value.source.isToolName ? undefined : { source: value.source, path, facts: extra }
      case 'field':
        return (value.clears & kind) !== 0 ? stop(value) : visit(value.base, facts, [value.name, ...path], extra, depth + 1)
      case 'text':
        return first(harmful(value.parts, harmfulParts(value.parts, kind, facts)), facts, extra, depth)
      case 'derived': {
        if ((value.clears & kind) !== 0) return stop(value)
        if (value.name === 'join' && kind === PATH) {
          const climbing = value.inputs.filter((input, index) => !staysBelow(input, index, kind, facts))
          return first(harmful(value.inputs, climbing), facts, extra, depth)
        }
        const [only, base] = value.inputs
        if (value.name === 'parse-url' && only && base && isAddressKind(kind)) {
          return first(decidingInputs(only, base, kind), facts, extra, depth)
        }
        // A schema keeps the names of properties; other results have properties of their own.
        const names = value.name.startsWith('parsed-') ? path : []
        return value.inputs.length === 1 && only ? visit(only, facts, names, extra, depth + 1) : first(value.inputs, facts, extra, depth)
      }
      case 'choice':
        for (const item of value.alternatives) {
          const found = visit(item.value, facts.with(item.facts), path, [...extra, ...item.facts], depth + 1)
          if (found) return found
        }
        return undefined
      case 'object': {
        if (value.kind === 'instance') return undefined
        const contents = contentsOf(machine, value)
        return first([...(contents.elements ?? []), ...contents.fields.values(), ...contents.others], facts, extra, depth)
      }
      default:
        return undefined
    }
  }
  return visit(start, known, [], [], 0)
}

function harmfulParts(parts: readonly Value[], kind: number, facts: KnownFacts): readonly Value[] {
  if (isAddressKind(kind)) return decidingParts(parts, kind)
  return parts.filter((part, index) => !isQuoted(parts, index, kind) && !staysBelow(part, index, kind, facts))
}

/** True for escaped text that stands between the quotes it was escaped for. */
function isQuoted(parts: readonly Value[], index: number, kind: number): boolean {
  const part = parts[index]
  const escape = part?.op === 'derived' ? ESCAPES[part.name] : undefined
  if (!escape || (escape.kinds & kind) === 0) return false
  const [before, after] = [parts[index - 1], parts[index + 1]]
  const open = escape.quote === ']' ? '[' : escape.quote
  return before?.op === 'constant' && String(before.constant).endsWith(open)
    && after?.op === 'constant' && String(after.constant).startsWith(escape.quote)
}

/** A relative part without `..` stays below what it is joined to; `join` takes even an absolute one as relative. */
function staysBelow(part: Value, index: number, kind: number, facts: KnownFacts): boolean {
  return kind === PATH && index > 0 && ((facts.of(part)?.states ?? 0) & NO_DOT_DOT) !== 0
}
