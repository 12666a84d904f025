import type { FunctionFacts } from '../facts/ir.ts'
import { bindPattern } from './bind-pattern.ts'
import type { Evaluator, JumpTarget, Site } from './evaluator.ts'
import { executeAll } from './execute-statement.ts'
import type { Frame } from './frame.ts'
import { variableKey } from './frame.ts'
import type { KnownFacts } from './known-facts.ts'
import type { Snapshot } from './state.ts'
import type { ClosureValue, Fact, Value } from './values.ts'

/** How often one function may stand in a chain of calls: recursion beyond this is unknown. */
const MAX_RECURSION = 2

/**
 * Runs a function on the values given. What comes back remembers, for each way out, what held there: a caller that
 * tests the result learns what the function checked.
 */
export function callClosure(machine: Evaluator, closure: ClosureValue, args: readonly Value[], site: Site | undefined, self?: Value, rest?: readonly Value[]): Value {
  const { facts, file } = closure
  const repeats = machine.calls.filter((call) => call.facts === facts).length
  if (machine.calls.length >= machine.budget.maxCallDepth || repeats >= MAX_RECURSION || !machine.state.alive) return machine.unknown
  machine.visited.add(facts)
  machine.calls.push({ facts, file, site })
  const frame = machine.frame(file, facts, closure.frame, facts.isArrow ? closure.frame.self : closure.self ?? self)
  const entry = machine.state
  const target: JumpTarget = { kind: 'function', base: entry, exits: [], continues: [], returns: [] }
  machine.targets.push(target)
  const end = machine.branch([], () => {
    bindParameters(machine, facts, [...(closure.bound ?? []), ...args], rest ?? [], frame)
    hoist(machine, facts, frame)
    executeAll(machine, facts.body, frame)
  })
  machine.targets.pop()
  machine.calls.pop()
  return leave(machine, target, end?.snapshot, entry.facts)
}

function leave(machine: Evaluator, target: JumpTarget, end: Snapshot | undefined, before: KnownFacts): Value {
  const ways = [...target.returns, ...(end ? [{ value: machine.nothing, snapshot: end }] : [])]
  const beyond = machine.join(ways.map((way) => way.snapshot))
  if (ways.length === 0) return machine.unknown
  machine.learn(machine.state.facts.beyond(before).flatMap(checkedPath))
  return machine.table.choice(ways.map((way, index) => ({ value: way.value, facts: beyond[index] ?? [] })))
}

/** A function that only comes back when `resolve(root, p)` is inside proves it of `p`, as its caller means it. */
function checkedPath(fact: Fact): Fact[] {
  const { value, clears, states } = fact
  if (clears === 0 || value.op !== 'derived') return []
  if (value.name !== 'resolve' && value.name !== 'join' && value.name !== 'relative') return []
  const last = value.inputs.at(-1)
  return last ? [{ value: last, clears, states }] : []
}

function bindParameters(machine: Evaluator, facts: FunctionFacts, args: readonly Value[], rest: readonly Value[], frame: Frame): void {
  const list = frame.facts.rest ? facts.params.slice(0, -1) : facts.params
  const more = rest.length > 0 ? machine.table.oneOf(rest) : undefined
  list.forEach((parameter, index) => {
    bindPattern(machine, parameter, args[index] ?? more ?? machine.nothing, frame)
  })
  const last = facts.rest ? facts.params.at(-1) : undefined
  if (last) {
    const array = machine.table.object('array')
    const taken = args.slice(list.length)
    machine.state.set(-array.id, { fields: new Map(), ...(rest.length > 0 ? { others: [...taken, ...rest] } : { elements: taken, others: [] }) })
    bindPattern(machine, last, array, frame)
  }
}

/** Function declarations exist before the first statement of their body. */
export function hoist(machine: Evaluator, facts: FunctionFacts, frame: Frame): void {
  for (const item of facts.hoisted) {
    const code = frame.file.functions[item.function]
    if (!code) continue
    const closure = machine.table.closure(frame.file, code, frame)
    machine.closures.set(code, closure)
    machine.state.set(variableKey(frame, item.variable), closure)
  }
}
