import type { FileFacts, FunctionFacts } from '../facts/ir.ts'
import { callClosure } from '../flow/call-closure.ts'
import { anyInstance } from '../flow/evaluate-class.ts'
import { evaluateModule } from '../flow/evaluate-module.ts'
import type { Evaluator } from '../flow/evaluator.ts'
import type { ClosureValue } from '../flow/values.ts'
import { findCallers } from './find-callers.ts'
import type { Caller } from './find-callers.ts'
import { handsOn } from './hands-on.ts'

/**
 * Runs every top level, and then each function that registers something and that nothing called. One that may hand its
 * parameters on into a registration is left to the functions that call it, where there are any.
 */
export function runSetUp(machine: Evaluator, files: readonly FileFacts[]): void {
  for (const file of files) evaluateModule(machine, file)
  const left = files.flatMap((file) => file.functions
    .filter((facts) => facts.mayRegister && facts.id !== 0 && !machine.visited.has(facts)).map((facts) => ({ file, facts })))
  const hasHelpers = left.some((item) => handsOn(item, machine.index.places.registrars))
  const callers = hasHelpers ? findCallers(machine, files) : undefined
  const started = new Set<FunctionFacts>()
  const start = ({ file, facts }: Caller): void => {
    if (started.has(facts)) return
    started.add(facts)
    if (handsOn({ file, facts }, machine.index.places.registrars)) for (const caller of callers?.get(facts) ?? []) start(caller)
    startFrom(machine, file, facts, 0)
  }
  for (const item of left) start(item)
}

function startFrom(machine: Evaluator, file: FileFacts, facts: FunctionFacts, depth: number): void {
  if (machine.visited.has(facts) || depth > 20) return
  const parent = file.functions[facts.parent]
  if (parent && parent.id !== 0 && !machine.visited.has(parent)) startFrom(machine, file, parent, depth + 1)
  if (machine.visited.has(facts)) return
  machine.steps = 0
  machine.state = machine.root
  const closure = machine.closures.get(facts) ?? methodOf(machine, file, facts)
  const unknown = facts.params.map((_, index) => machine.table.unknown(`${facts.id}#${index}`))
  if (closure && !machine.visited.has(facts)) callClosure(machine, closure, unknown, undefined)
  machine.root.alive = true
  machine.state = machine.root
}

function methodOf(machine: Evaluator, file: FileFacts, facts: FunctionFacts): ClosureValue | undefined {
  const owner = machine.classes.find((item) => item.file === file && item.facts.methods.some((method) => method.function === facts.id))
  if (!owner) return undefined
  const method = owner.facts.methods.find((item) => item.function === facts.id)
  const self = method?.isStatic ? owner : anyInstance(machine, owner)
  return machine.table.closure(file, facts, owner.frame, self)
}
