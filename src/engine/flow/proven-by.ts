import { ALL_KINDS } from './bits.ts'
import { impliedFacts } from './implied-facts.ts'
import type { Fact, Value } from './values.ts'

/**
 * What an answer of unknown code may prove: nothing is known of the check that it made, so whatever it was asked about
 * is not held against anyone. `if (!isAllowed(path)) throw` of a foreign package is such a question.
 */
export function provenBy(answer: Value): readonly Fact[] {
  for (let value: Value | undefined = answer; value?.op === 'extern'; value = value.from) {
    if (!value.isJudge) continue
    return (value.args ?? []).filter((item) => item.op !== 'constant')
      .flatMap((item) => impliedFacts({ value: item, clears: ALL_KINDS, states: 0 }))
  }
  return []
}
