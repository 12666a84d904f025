import type { Evaluator } from './evaluator.ts'
import { contentsOf } from './read-member.ts'
import type { Value } from './values.ts'

const MAX_VISITS = 500
const MAX_DEPTH = 12

/** Whether a value is, or is made of, one of these. */
export function holdsAny(machine: Evaluator, start: Value, wanted: ReadonlySet<Value>): boolean {
  const seen = new Set<Value>()
  const visit = (value: Value): boolean => {
    if (wanted.has(value)) return true
    if (seen.has(value) || seen.size > MAX_VISITS) return false
    seen.add(value)
    return partsOf(machine, value).some(visit)
  }
  return wanted.size > 0 && visit(start)
}

/** Whether a value is the same every time: nothing is in it that the code does not say. */
export function isFixedValue(machine: Evaluator, value: Value, depth = 0): boolean {
  if (value.op === 'constant') return true
  if (depth > MAX_DEPTH || (value.op === 'object' && value.kind === 'instance')) return false
  const isMade = value.op === 'object' || value.op === 'choice' || (value.op === 'derived' && value.name === 'instance')
    || (value.op === 'extern' && value.path.endsWith('.new') && value.args !== undefined)
  return isMade && partsOf(machine, value).every((part) => isFixedValue(machine, part, depth + 1))
}

/** Whether a value that is the same every time has words in it. */
export function hasText(machine: Evaluator, value: Value, depth = 0): boolean {
  if (value.op === 'constant') return typeof value.constant === 'string' && value.constant.includes(' ')
  return depth <= MAX_DEPTH && partsOf(machine, value).some((part) => hasText(machine, part, depth + 1))
}

function partsOf(machine: Evaluator, value: Value): readonly Value[] {
  switch (value.op) {
    case 'object': {
      const { elements = [], fields, others } = contentsOf(machine, value)
      return [...fields.values(), ...elements, ...others]
    }
    case 'choice':
      return value.alternatives.map((item) => item.value)
    case 'text':
      return value.parts
    case 'derived':
      return value.inputs
    case 'extern':
      return value.args ?? []
    default:
      return []
  }
}
