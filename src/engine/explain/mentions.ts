import type { Evaluator } from '../flow/evaluator.ts'
import { contentsOf } from '../flow/read-member.ts'
import type { Value } from '../flow/values.ts'

const MAX_VISITS = 500

/** Whether a value is made of another, however far down; false where that would take too long to tell. */
export function mentions(machine: Evaluator, value: Value, part: Value): boolean {
  const seen = new Set<Value>()
  const visit = (item: Value): boolean => {
    if (item === part) return true
    if (seen.has(item) || seen.size > MAX_VISITS) return false
    seen.add(item)
    return partsOf(machine, item).some(visit)
  }
  return visit(value)
}

function partsOf(machine: Evaluator, value: Value): readonly Value[] {
  switch (value.op) {
    case 'field':
      return [value.base]
    case 'text':
      return value.parts
    case 'derived':
      return value.inputs
    case 'choice':
      return value.alternatives.map((item) => item.value)
    case 'object': {
      const contents = contentsOf(machine, value)
      return [...(contents.elements ?? []), ...contents.fields.values(), ...contents.others]
    }
    default:
      return []
  }
}
