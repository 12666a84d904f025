import { candidatesOf } from '../flow/candidates-of.ts'
import type { Evaluator } from '../flow/evaluator.ts'
import { readMember } from '../flow/read-member.ts'
import type { ObjectValue, Value } from '../flow/values.ts'

export interface ListedObject {
  readonly tool: ObjectValue
  /** Equal for tools that stand in a list together: a handler may give one list or another, and a list one tool or another. */
  readonly list: number
}

/** The object literals in the lists of tools that a handler gives, on whichever way through it. */
export function findListed(machine: Evaluator, result: Value): readonly ListedObject[] {
  const found = new Map<Value, ListedObject>()
  for (const list of alternativesIn(readMember(machine, result, 'tools'))) {
    if (list.op !== 'object') continue
    for (const tool of candidatesOf(machine, list).flatMap(alternativesIn)) {
      if (tool.op === 'object' && tool.at && !found.has(tool)) found.set(tool, { tool, list: list.id })
    }
  }
  return [...found.values()]
}

function alternativesIn(value: Value): readonly Value[] {
  return value.op === 'choice' ? value.alternatives.flatMap((item) => alternativesIn(item.value)) : [value]
}
