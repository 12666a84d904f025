import type { Evaluator } from './evaluator.ts'
import { refine } from './refine.ts'
import type { Fact, Value } from './values.ts'

/**
 * What holds on one side of a condition: what it proves by itself, and what an earlier condition that asked the same
 * left behind. After `if (action === 'save') check(path)` a second `if (action === 'save')` knows that the path was checked.
 */
export function sideOf(machine: Evaluator, test: Value, truthy: boolean): readonly Fact[] | undefined {
  const facts = refine(test, truthy)
  const outcome = facts && isQuestion(test) ? machine.state.get(questionKey(test)) : undefined
  if (!facts || !outcome || !('op' in outcome)) return facts
  return [...facts, ...refine(outcome, truthy) ?? []]
}

/** Remembers what each side of a condition proved, where both go on. */
export function noteOutcome(machine: Evaluator, test: Value, yes: readonly Fact[], no: readonly Fact[]): void {
  if (!isQuestion(test)) return
  const proved = [...yes.filter((fact) => isProof(fact, test)), ...no.filter((fact) => isProof(fact, test))]
  if (proved.length === 0) return
  const { table } = machine
  machine.state.set(questionKey(test), table.choice([
    { value: table.constant(true), facts: yes }, { value: table.constant(false), facts: no },
  ]))
}

/** Conditions that are the same value only where they ask the same: what the text calls unknown is not. */
function isQuestion(test: Value): boolean {
  if (test.op === 'test') return test.whenTrue?.some(({ equals }) => equals !== undefined) === true
  return test.op === 'source' || test.op === 'field'
}

function isProof({ value, clears, states }: Fact, test: Value): boolean {
  const isAsked = value === test || (test.op === 'test' && test.whenTrue?.some((fact) => fact.value === value) === true)
  return value.isTainted && !isAsked && (clears | states) !== 0
}

/** Beside the objects, whose keys are negative as well: what is no object has no contents. */
function questionKey(test: Value): number {
  return -test.id
}
