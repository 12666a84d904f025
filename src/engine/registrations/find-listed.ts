import { candidatesOf } from '../flow/candidates-of.ts'
import type { Evaluator } from '../flow/evaluator.ts'
import { contentsOf, readMember } from '../flow/read-member.ts'
import type { ObjectValue, Value } from '../flow/values.ts'

/** The properties under which a handler gives a list, with what they list. */
const LISTS = { tools: 'tool', prompts: 'prompt', resources: 'resource', resourceTemplates: 'resource-template' } as const

export interface ListedObject {
  readonly kind: (typeof LISTS)[keyof typeof LISTS]
  readonly tool: ObjectValue
  /** Equal for tools that stand in a list together; `undefined` for one that may stand in the place of another. */
  readonly list: number | undefined
}

/** The object literals in the lists that a handler gives, on whichever way through it. */
export function findListed(machine: Evaluator, result: Value): readonly ListedObject[] {
  return Object.entries(LISTS).flatMap(([property, kind]) => listedUnder(machine, readMember(machine, result, property), kind))
}

function listedUnder(machine: Evaluator, lists: Value, kind: ListedObject['kind']): readonly ListedObject[] {
  const found = new Map<Value, ListedObject>()
  for (const list of alternativesIn(lists)) {
    if (list.op !== 'object') continue
    for (const element of elementsOf(machine, list)) {
      const tools = alternativesIn(element)
      for (const tool of tools) {
        if (tool.op !== 'object' || !tool.at || found.has(tool)) continue
        found.set(tool, { kind, tool, list: tools.length === 1 ? list.id : undefined })
      }
    }
  }
  return [...found.values()]
}

function elementsOf(machine: Evaluator, list: ObjectValue): readonly Value[] {
  const { elements, others } = contentsOf(machine, list)
  const areKnown = elements?.every(({ op }) => op === 'object' || op === 'choice') === true && others.length === 0
  return areKnown ? elements : candidatesOf(machine, list)
}

function alternativesIn(value: Value): readonly Value[] {
  return value.op === 'choice' ? value.alternatives.flatMap((item) => alternativesIn(item.value)) : [value]
}
