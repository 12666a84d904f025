import type { SinkKind } from '../../knowledge/kinds.ts'
import { kindSet } from '../flow/bits.ts'
import type { Evaluator } from '../flow/evaluator.ts'
import { comesFromSource } from '../flow/find-taint.ts'
import type { Trail } from '../flow/find-taint.ts'
import { KnownFacts } from '../flow/known-facts.ts'
import { provenBy } from '../flow/proven-by.ts'
import { schemaAt } from '../flow/schema-at.ts'
import type { Fact, Value } from '../flow/values.ts'
import type { Barrier } from './explanation.ts'
import { placeOf } from './place-of.ts'
import type { Origin, Recorder } from './recorder.ts'

/** What keeps a value from harm, for each part of it that comes from a source; the machine stands at the sink. */
export function barriersOf(machine: Evaluator, recorder: Recorder, trail: Trail, kind: SinkKind): readonly Barrier[] {
  const seen = new Set<Value>()
  return trail.barriers.flatMap(({ value, fact }) => {
    if (seen.has(value) || !comesFromSource(machine, value, KnownFacts.NONE)) return []
    seen.add(value)
    const origins = recorder.originsOf(value)
    const made = placeAt(origins.findLast((origin) => origin.op !== 'read') ?? origins.at(-1))
    const named = { value: pathOf(value), ...(made ? { made } : {}) }
    return [{ ...named, ...(fact ? fromFact(recorder, fact, kindSet([kind])) : fromValue(recorder, value, kindSet([kind]))) }]
  })
}

/** `args.options.name`, or empty for what has no name of its own. */
export function pathOf(value: Value): string {
  if (value.op === 'source') return value.source.name
  if (value.op !== 'field') return ''
  const base = pathOf(value.base)
  return value.name === '*' ? `${base}[]` : base === '' ? value.name : `${base}.${value.name}`
}

function placeAt(origin: Origin | undefined): Barrier['place'] {
  return origin && placeOf(origin.file, origin.at)
}

type Reason = Pick<Barrier, 'by' | 'place' | 'guard' | 'when' | 'constants'>

function fromFact(recorder: Recorder, { value, equals }: Fact, kind: number): Reason {
  if (equals) return { by: 'constants', constants: equals.map(String) }
  const clears = (facts: readonly Fact[] | undefined): boolean =>
    facts?.some((fact) => fact.value === value && (fact.clears & kind) !== 0) === true
  for (const { guard, test, site } of recorder.trials.toReversed()) {
    if (test?.op !== 'test') continue
    const when = clears(test.whenTrue)
    if (when || clears(test.whenFalse)) return { by: 'guard', guard, when, place: placeOf(site.file, site.at) }
  }
  for (const [test, origin] of recorder.tests()) {
    const place = placeOf(origin.file, origin.at)
    if (test.op === 'test' && origin.op === 'binary' && (clears(test.whenTrue) || clears(test.whenFalse))) {
      return { by: 'comparison', when: clears(test.whenTrue), place }
    }
    if (test.op === 'extern' && clears(provenBy(test))) return { by: 'unread-check', place }
  }
  return { by: 'fact' }
}

function fromValue(recorder: Recorder, value: Value, kind: number): Reason {
  const clears = value.op === 'field' || value.op === 'derived' ? value.clears & kind : 0
  if (clears === 0) return { by: 'form' }
  const isParsed = value.op === 'field' || (value.op === 'derived' && value.name.startsWith('parsed-'))
  if (!isParsed) {
    const place = placeAt(recorder.originsOf(value).at(-1))
    return { by: 'sanitizer', ...(place ? { place } : {}) }
  }
  const schema = schemaAt(value) ?? (value.op === 'field' ? schemaAt(value.base) : undefined)
  return { by: schema?.unknown ? 'unread-schema' : 'schema' }
}
