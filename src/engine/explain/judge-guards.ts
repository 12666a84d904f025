import type { SinkKind } from '../../knowledge/kinds.ts'
import { ALL_KINDS, kindSet, kindsIn, statesIn } from '../flow/bits.ts'
import type { Fact, TestValue, Value } from '../flow/values.ts'
import type { JudgedGuard, Place, Proven, Verdict } from './explanation.ts'
import { mentions } from './mentions.ts'
import { placeOf } from './place-of.ts'
import type { Recorder, Trial } from './recorder.ts'
import { leafOf } from './trace-of.ts'
import type { Flow } from './trace-of.ts'

/**
 * The guards that the handler has asked about the value or about what is made of it, with the reason why each does not
 * keep it from the sink. Only for a value that arrives: where one had counted, it would not.
 */
export function judgeGuards(flow: Flow, kind: SinkKind, tool: string | undefined): readonly JudgedGuard[] {
  const { machine, recorder, values } = flow
  const leaf = leafOf(values)
  if (!leaf) return []
  const bySite = new Map<string, Trial[]>()
  for (const trial of recorder.trials) {
    if ((trial.tool ?? tool) !== tool || !trial.looked.some((value) => mentions(machine, value, leaf))) continue
    const key = `${trial.site.file.path}:${trial.site.at.join('-')}`
    bySite.set(key, [...(bySite.get(key) ?? []), trial])
  }
  // Those that nearly counted say the most.
  return [...bySite.values()].map((trials) => judge(flow, trials, kindSet([kind])))
    .sort((a, b) => ORDER.indexOf(b.verdict) - ORDER.indexOf(a.verdict))
}

function judge(flow: Flow, trials: readonly Trial[], kind: number): JudgedGuard {
  const { recorder, values } = flow
  const judged = trials.flatMap((trial) => (trial.test?.op === 'test' ? [{ trial, test: trial.test }] : []))
  // The same line may be run on several values; the one that comes nearest to counting says the most.
  const best = judged.map(({ trial, test }) => ({ trial, test, verdict: verdictOf(recorder, values, test, kind) }))
    .sort((a, b) => ORDER.indexOf(b.verdict) - ORDER.indexOf(a.verdict))[0]
  const { site } = best?.trial ?? trials[0] as Trial // a group is made with its first trial
  const about = best?.verdict === 'other-value' ? otherPlace(recorder, best.test, kind) : undefined
  return {
    guards: best ? [best.trial.guard] : [...new Set(trials.map((trial) => trial.guard))],
    place: placeOf(site.file, site.at),
    proves: best ? provenBy(best.test) : [],
    verdict: best?.verdict ?? 'nothing',
    ...(about ? { about } : {}),
  }
}

const ORDER: readonly Verdict[] = ['nothing', 'other-kind', 'form-only', 'other-value', 'undecided', 'other-way', 'wrong-side']

function verdictOf(recorder: Recorder, values: readonly Value[], test: TestValue, kind: number): Verdict {
  const facts = [...test.whenTrue ?? [], ...test.whenFalse ?? []]
  const clearing = facts.filter((fact) => (fact.clears & kind) !== 0)
  const own = clearing.filter((fact) => values.includes(fact.value))
  if (own.length > 0) {
    const side = test.whenTrue?.includes(own[0] as Fact) ? test.whenFalse : test.whenTrue
    if (side && recorder.sides.includes(side)) return 'wrong-side'
    const isDecided = own.some(({ value, clears }) =>
      recorder.learned.some((known) => known.value === value && (clears & ~known.clears) === 0))
    return isDecided ? 'other-way' : 'undecided'
  }
  if (clearing.length > 0) return 'other-value'
  if (facts.some((fact) => fact.states !== 0)) return 'form-only'
  return facts.some((fact) => fact.clears !== 0) ? 'other-kind' : 'nothing'
}

/** What a test proves on each side, without the sides that prove nothing. */
export function provenBy(test: TestValue): readonly Proven[] {
  return [proven(true, test.whenTrue), proven(false, test.whenFalse)].filter((side) => side.kinds.length + side.states.length > 0)
}

function proven(when: boolean, facts: readonly Fact[] = []): Proven {
  const clears = facts.reduce((set, fact) => set | fact.clears, 0)
  const states = facts.reduce((set, fact) => set | (fact.states === ALL_KINDS ? 0 : fact.states), 0)
  return { when, kinds: kindsIn(clears), states: statesIn(states) }
}

function otherPlace(recorder: Recorder, test: TestValue, kind: number): Place | undefined {
  const fact = [...test.whenTrue ?? [], ...test.whenFalse ?? []].find((item) => (item.clears & kind) !== 0)
  const origin = fact && recorder.originsOf(fact.value).at(-1)
  return origin && placeOf(origin.file, origin.at)
}
