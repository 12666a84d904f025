import type { Constant } from '../facts/ir.ts'
import { ALL_KINDS } from './bits.ts'
import { impliedFacts } from './implied-facts.ts'
import { commonFacts } from './known-facts.ts'
import { provenBy } from './proven-by.ts'
import type { Alternative, ExternValue, Fact, Value } from './values.ts'

/** What holds where a value is truthy (or falsy); `undefined` where it cannot be. */
export function refine(value: Value, truthy: boolean): readonly Fact[] | undefined {
  switch (value.op) {
    case 'test':
      return truthy ? value.whenTrue : value.whenFalse
    case 'constant':
      return Boolean(value.constant) === truthy ? [] : undefined
    case 'choice':
      return refineChoice(value.alternatives, truthy, (inner) => refine(inner, truthy))
    case 'object':
    case 'closure':
    case 'class':
    case 'native':
    case 'regex':
      return truthy ? [] : undefined
    case 'extern':
      return isNew(value) && !truthy ? undefined : provenBy(value)
    case 'derived':
      if (value.name === 'instance' && !truthy) return undefined
      return truthy ? [] : impliedFacts({ value, clears: ALL_KINDS, states: ALL_KINDS })
    case 'source':
    case 'field':
    case 'text':
      // Falsy is empty, zero or missing: nothing that does harm.
      return truthy ? [] : impliedFacts({ value, clears: ALL_KINDS, states: ALL_KINDS })
    default:
      return []
  }
}

/** What `new` gave is an object; what is only annotated as one may be missing. */
function isNew({ path, args }: ExternValue): boolean {
  return args !== undefined && (path === 'new' || path.endsWith('.new'))
}

/** What holds where a value is equal to a constant (or is not); `undefined` where it cannot be. */
export function refineEquals(value: Value, constant: Constant, equal: boolean): readonly Fact[] | undefined {
  switch (value.op) {
    case 'constant':
      return (value.constant === constant) === equal ? [] : undefined
    case 'test':
      if (typeof constant === 'boolean') return refine(value, constant === equal)
      // `indexOf(…) === -1` asks whether something is not there.
      return constant === -1 ? refine(value, !equal) : []
    case 'extern':
      return provenBy(value)
    case 'choice':
      return refineChoice(value.alternatives, undefined, (inner) => refineEquals(inner, constant, equal))
    case 'object':
    case 'closure':
    case 'class':
    case 'native':
      return equal ? undefined : []
    default:
      return equal ? impliedFacts({ value, clears: ALL_KINDS, states: ALL_KINDS, equals: [constant] }) : []
  }
}

function refineChoice(
  alternatives: readonly Alternative[], truthy: boolean | undefined, inner: (value: Value) => readonly Fact[] | undefined,
): readonly Fact[] | undefined {
  const possible: (readonly Fact[])[] = []
  for (const alternative of alternatives) {
    if (truthy !== undefined && alternative.truthy !== undefined && alternative.truthy !== truthy) continue
    const facts = inner(alternative.value)
    if (facts) possible.push([...alternative.facts, ...facts])
  }
  return possible.length === 0 ? undefined : commonFacts(possible)
}
