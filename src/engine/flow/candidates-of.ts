import type { Evaluator } from './evaluator.ts'
import { contentsOf, elementOf, readMember } from './read-member.ts'
import { MANY } from './value-table.ts'
import type { Value } from './values.ts'

/**
 * What an element of a list, or a property of an object, may be, one by one. A filtered or merged list does not tell which
 * of them are there; for what is done to each that is no matter.
 */
export function candidatesOf(machine: Evaluator, container: Value): readonly Value[] {
  if (container.op === 'choice') return [...new Set(container.alternatives.flatMap((item) => candidatesOf(machine, item.value)))]
  if (container.op !== 'object') return [readMember(machine, container, '*')]
  const { elements = [], fields, others } = contentsOf(machine, container)
  const all = [...elements, ...fields.values(), ...others.map((item) => elementOf(machine, container, item))]
  return all.length === 0 ? [readMember(machine, container, '*')] : [...new Set(all.flatMap((value) => apart(machine, value)))]
}

/** Each alternative with what holds where it is the value. */
function apart(machine: Evaluator, value: Value): readonly Value[] {
  if (value.op === 'choice') return value.alternatives.map((item) => machine.table.choice([item]))
  return value.op === 'derived' && value.name === MANY ? value.inputs.flatMap((item) => apart(machine, item)) : [value]
}
