import type { FileFacts, FunctionFacts } from '../facts/ir.ts'
import { importedValue } from '../flow/evaluate-module.ts'
import type { Evaluator } from '../flow/evaluator.ts'
import { variableKey } from '../flow/frame.ts'

export interface Caller {
  readonly file: FileFacts
  readonly facts: FunctionFacts
}

/** The functions that call a function of the package by its name and were not run themselves. */
export function findCallers(machine: Evaluator, files: readonly FileFacts[]): ReadonlyMap<FunctionFacts, readonly Caller[]> {
  const callers = new Map<FunctionFacts, Caller[]>()
  for (const file of files) {
    for (const facts of file.functions) {
      if (facts.id === 0 || machine.visited.has(facts)) continue
      for (const variable of calledIn(facts.body)) {
        const callee = functionNamed(machine, file, variable)
        if (callee && callee !== facts) callers.set(callee, [...(callers.get(callee) ?? []), { file, facts }])
      }
    }
  }
  return callers
}

function functionNamed(machine: Evaluator, file: FileFacts, id: number): FunctionFacts | undefined {
  const variable = file.variables[id]
  const frame = machine.modules.get(file.path)?.frame
  if (!variable || !frame) return undefined
  const value = variable.import ? importedValue(machine, file, variable.import.module, variable.import.name)
    : machine.root.get(variableKey(frame, id))
  return value && 'op' in value && value.op === 'closure' ? value.facts : undefined
}

/** The variables that are called; functions inside are lists of their own. */
function calledIn(code: unknown, found = new Set<number>()): ReadonlySet<number> {
  if (typeof code !== 'object' || code === null) return found
  if (isCall(code)) found.add(code.callee.id)
  for (const part of Object.values(code)) calledIn(part, found)
  return found
}

function isCall(code: object): code is { readonly callee: { readonly id: number } } {
  return 'op' in code && code.op === 'call' && 'callee' in code && typeof code.callee === 'object' && code.callee !== null
    && 'op' in code.callee && code.callee.op === 'variable'
}
