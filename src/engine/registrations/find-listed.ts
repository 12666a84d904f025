import type { Evaluator } from '../flow/evaluator.ts'
import { contentsOf, readMember } from '../flow/read-member.ts'
import type { ObjectValue, Value } from '../flow/values.ts'

export interface ListedObject {
  readonly tool: ObjectValue
  /** Equal for the tools of one list; a handler may give one list or another. */
  readonly list: number
}

/** The object literals in the lists of tools that a handler gives, on whichever way through it. */
export function findListed(machine: Evaluator, result: Value): readonly ListedObject[] {
  const found = new Map<Value, ListedObject>()
  for (const list of waysOf(readMember(machine, result, 'tools'))) {
    if (list.op !== 'object') continue
    for (const tool of elementsOf(machine, list).flatMap(waysOf)) {
      if (tool.op === 'object' && tool.at && !found.has(tool)) found.set(tool, { tool, list: list.id })
    }
  }
  return [...found.values()]
}

function elementsOf(machine: Evaluator, list: ObjectValue): readonly Value[] {
  const { elements = [], others } = contentsOf(machine, list)
  return [...elements, ...others]
}

function waysOf(value: Value): readonly Value[] {
  return value.op === 'choice' ? value.alternatives.flatMap((item) => waysOf(item.value)) : [value]
}
