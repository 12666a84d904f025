import type { Evaluator } from './evaluator.ts'
import { contentsOf, elementOf, readMember } from './read-member.ts'
import { MANY } from './value-table.ts'
import type { Value } from './values.ts'

/** Tables of tools are shorter. */
const MAX_CANDIDATES = 200

/**
 * What an element of a list, or a property of an object, may be, one by one. A filtered or merged list does not tell which
 * of them are there; for what is done to each that is no matter. Where lists are not taken apart it is one for all.
 */
export function candidatesOf(machine: Evaluator, container: Value): readonly Value[] {
  const found = machine.takesApart ? apartIn(machine, container) : []
  return found.length > 0 && found.length <= MAX_CANDIDATES ? [...new Set(found)] : [readMember(machine, container, '*')]
}

function apartIn(machine: Evaluator, container: Value): readonly Value[] {
  if (container.op === 'choice') return container.alternatives.flatMap((item) => apartIn(machine, item.value))
  if (container.op !== 'object') return container.op === 'constant' ? [] : [readMember(machine, container, '*')]
  const { elements = [], fields, others } = contentsOf(machine, container)
  const all = [...elements, ...fields.values(), ...others.map((item) => elementOf(machine, container, item))]
  return all.flatMap((value) => apart(machine, value))
}

/** Each alternative with what holds where it is the value. */
function apart(machine: Evaluator, value: Value): readonly Value[] {
  if (value.op === 'choice') return value.alternatives.map((item) => machine.table.choice([item]))
  return value.op === 'derived' && value.name === MANY ? value.inputs.flatMap((item) => apart(machine, item)) : [value]
}
