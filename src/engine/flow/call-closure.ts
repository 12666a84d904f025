import type { FunctionFacts } from '../facts/ir.ts'
import { bindPattern } from './bind-pattern.ts'
import type { RanCode, RememberedCall } from './call-memory.ts'
import type { Evaluator, JumpTarget, Site } from './evaluator.ts'
import { executeAll } from './execute-statement.ts'
import type { Frame } from './frame.ts'
import { variableKey, variableOf } from './frame.ts'
import type { KnownFacts } from './known-facts.ts'
import { tellDisclosure } from './note-channels.ts'
import { tellEffect } from './note-effects.ts'
import { bringBack, FAILURES, loggedSince, noteUnseen, putAside, repeatLog } from './note-failures.ts'
import type { Snapshot, Stored } from './state.ts'
import type { ClosureValue, Fact, Value } from './values.ts'

/**
 * Runs a function on the values given. What comes back remembers, for each way out, what held there: a caller that
 * tests the result learns what the function checked.
 */
export function callClosure(
  machine: Evaluator, closure: ClosureValue, args: readonly Value[], site: Site | undefined, self?: Value, rest?: readonly Value[],
): Value {
  const { facts, file } = closure
  if (!machine.state.alive) return machine.unknown
  if (machine.calls.length >= machine.budget.maxCallDepth || isRunning(machine, facts)) {
    noteUnseen(machine, args)
    return machine.unknown
  }
  if (isIdle(machine, facts)) {
    repeatLog(machine, machine.loggedBy.get(facts))
    return machine.unknown
  }
  const isLasting = machine.isSetup || machine.lateModules > 0
  const conditions = machine.lateModules > 0 ? undefined : machine.memory.conditionsOf(machine, closure, args, self, rest)
  const known = conditions && machine.memory.recall(machine, conditions)
  if (known) {
    machine.ran.code.push(known)
    for (const effect of known.did) tellEffect(machine, effect)
    for (const disclosure of known.told) tellDisclosure(machine, disclosure)
    repeatLog(machine, known.logged)
    const open = putAside(machine)
    machine.hasFailed ||= known.effect?.writes.has(FAILURES) === true
    const value = repeat(machine, known)
    bringBack(machine, open, undefined)
    return value
  }
  machine.visited.add(facts)
  if (isLasting) machine.lasting.add(facts)
  const { matters, effects, disclosed, ran: outer } = machine
  const before = effects.length
  const toldBefore = disclosed.length
  const own: RanCode = { code: [facts] }
  if (!machine.isSetup) outer.code.push(own)
  machine.ran = own
  machine.calls.push({ facts, file, site, args, closure, self })
  const frame = machine.frame(file, facts, closure.frame, facts.isArrow ? closure.frame.self : closure.self ?? self)
  const { receiving, side } = machine
  const logged = { ...machine.logged }
  const open = putAside(machine)
  machine.receiving = undefined
  machine.side = undefined
  const entry = machine.state
  const ran = machine.branch([], () => run(machine, closure, args, rest ?? [], frame))
  machine.receiving = receiving
  machine.side = side
  machine.calls.pop()
  machine.ran = outer
  const effect = ran?.snapshot && { writes: ran.snapshot.writes, learned: ran.snapshot.facts.beyond(entry.facts) }
  const result: RememberedCall = {
    value: ran?.result ?? machine.unknown, effect, did: effects.slice(before), told: disclosed.slice(toldBefore), code: own.code,
    logged: loggedSince(machine, logged),
  }
  machine.loggedBy.set(facts, result.logged)
  machine.state = entry
  if (conditions) machine.memory.keep(machine, facts, conditions, result)
  noteIdle(machine, facts, machine.matters === matters && isNothing(result))
  const value = repeat(machine, result)
  bringBack(machine, open, result.logged)
  return value
}

/** What recursion adds is unknown. */
function isRunning(machine: Evaluator, facts: FunctionFacts): boolean {
  return machine.calls.some((call) => call.facts === facts)
}

function isIdle(machine: Evaluator, facts: FunctionFacts): boolean {
  return (machine.idle.get(facts) ?? 0) >= machine.budget.maxIdleRuns
}

/** Counts the runs of a function that proved nothing, gave nothing back and led to nothing: loggers, mostly. */
function noteIdle(machine: Evaluator, facts: FunctionFacts, isIdleRun: boolean): void {
  if (machine.isSetup) return
  const runs = machine.idle.get(facts) ?? 0
  machine.idle.set(facts, isIdleRun ? runs + 1 : -Infinity)
}

function isNothing({ value, effect }: RememberedCall): boolean {
  return effect?.learned.length === 0 && (value.op === 'unknown' || (value.op === 'constant' && value.constant === undefined))
}

function run(machine: Evaluator, closure: ClosureValue, args: readonly Value[], rest: readonly Value[], frame: Frame): Value {
  const before = machine.state.facts
  const target: JumpTarget = { kind: 'function', base: machine.state, exits: [], continues: [], returns: [] }
  machine.targets.push(target)
  const { conditions } = machine
  machine.conditions = []
  const end = machine.branch([], () => {
    bindParameters(machine, closure.facts, [...(closure.bound ?? []), ...args], rest, frame)
    hoist(machine, closure.facts, frame)
    executeAll(machine, closure.facts.body, frame)
  })
  machine.targets.pop()
  machine.conditions = conditions
  return leave(machine, target, end?.snapshot, before, frame)
}

function repeat(machine: Evaluator, { value, effect }: RememberedCall): Value {
  machine.join(effect ? [{ writes: effect.writes, facts: machine.state.facts.with(effect.learned) }] : [])
  return value
}

function leave(machine: Evaluator, target: JumpTarget, end: Snapshot | undefined, before: KnownFacts, frame: Frame): Value {
  const ways = waysThatCount([...target.returns, ...(end ? [{ value: machine.nothing, snapshot: end, isOptOut: false }] : [])], before)
    .map((way) => ({ value: way.value, snapshot: withoutLocals(way.snapshot, frame) }))
  const beyond = machine.join(ways.map((way) => way.snapshot))
  if (ways.length === 0) return machine.unknown
  machine.learn(machine.state.facts.beyond(before).flatMap(checkedPath))
  return machine.table.choice(ways.map((way, index) => ({ value: way.value, facts: beyond[index] ?? [] })))
}

/** A check that a setting turns off is taken for one that is on: what the operator decided is not the author's fault. */
function waysThatCount(ways: JumpTarget['returns'], before: KnownFacts): JumpTarget['returns'] {
  const checking = ways.filter((way) => !way.isOptOut)
  const isCheck = checking.some(({ value, snapshot }) => isTest(value) || snapshot.facts.beyond(before).some(isProof))
  return isCheck ? checking : ways
}

/** The answer to a question about what came from a source. */
function isTest(value: Value): boolean {
  if (value.op === 'choice') return value.isTainted && value.alternatives.some((item) => isTest(item.value) || item.facts.some(isProof))
  return value.op === 'test' && value.isTainted
}

function isProof({ value, clears, states }: Fact): boolean {
  return (clears | states) !== 0 && value.isTainted
}

/** Variables that nothing can see any more are not carried on. */
function withoutLocals(snapshot: Snapshot, frame: Frame): Snapshot {
  const writes = new Map<number, Stored>()
  for (const [key, stored] of snapshot.writes) {
    const variable = variableOf(frame, key)
    if (variable === undefined || frame.file.variables[variable]?.isCaptured) writes.set(key, stored)
  }
  return { writes, facts: snapshot.facts }
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
    const contents = rest.length > 0 ? { others: [...taken, ...rest] } : { elements: taken, others: [] }
    machine.state.set(-array.id, { fields: new Map(), ...contents })
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
