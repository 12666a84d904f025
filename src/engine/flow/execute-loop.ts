import type { Statement } from '../facts/ir.ts'
import { bindPattern } from './bind-pattern.ts'
import { evaluate } from './evaluate-expression.ts'
import type { Evaluator } from './evaluator.ts'
import { executeAll, openTarget, present } from './execute-statement.ts'
import type { Frame } from './frame.ts'
import { contentsOf, readMember } from './read-member.ts'
import { refine } from './refine.ts'
import type { Snapshot, State } from './state.ts'
import type { Fact, Value } from './values.ts'

/** Known elements are taken one by one up to this many: tables of tools during set-up, short lists in handlers. */
const UNROLL_IN_SETUP = 200
const UNROLL_IN_HANDLER = 6

export function executeLoop(machine: Evaluator, statement: Statement & { op: 'loop' }, frame: Frame): void {
  executeAll(machine, statement.init, frame)
  const leaving: Snapshot[] = []
  const enter = (base: State): void => {
    if (!statement.test) return
    const test = evaluate(machine, statement.test, frame)
    const out = refine(test, false)
    if (out) leaving.push({ writes: new Map(machine.state.since(base).writes), facts: machine.state.facts.with(out) })
    const into = refine(test, true)
    if (into) machine.learn(into)
    else machine.state.alive = false
  }
  const pass = (): boolean => {
    const target = openTarget(machine, 'loop')
    const base = machine.state
    const end = machine.branch([], () => {
      if (statement.testFirst) enter(base)
      const body = machine.branch([], () => { executeAll(machine, statement.body, frame) })
      machine.join(present([body?.snapshot, ...target.continues]))
      if (statement.update) evaluate(machine, statement.update, frame)
      if (!statement.testFirst && machine.state.alive) enter(base)
    })
    machine.targets.pop()
    leaving.push(...target.exits)
    const before: Snapshot = { writes: new Map(), facts: base.facts }
    const isChanged = changes(machine, end?.snapshot)
    machine.join(present([before, end?.snapshot]))
    return isChanged
  }
  repeat(machine, pass)
  machine.join(leaving)
}

export function executeEach(machine: Evaluator, statement: Statement & { op: 'each' }, frame: Frame): void {
  const over = evaluate(machine, statement.over, frame)
  const items = itemsOf(machine, over, statement.keys)
  const limit = machine.isSetup ? UNROLL_IN_SETUP : UNROLL_IN_HANDLER
  const exits: Snapshot[] = []
  if (items && items.length <= limit) {
    for (const item of items) {
      if (!machine.state.alive) break
      const end = runBody(machine, statement, frame, item, exits)
      machine.join(present([end]))
    }
    machine.join(present([machine.state.alive ? { writes: new Map(), facts: machine.state.facts } : undefined, ...exits]))
    return
  }
  const item = items ? machine.table.oneOf(items) : eachItem(machine, over, statement.keys)
  repeat(machine, () => {
    const before: Snapshot = { writes: new Map(), facts: machine.state.facts }
    const end = runBody(machine, statement, frame, item, exits)
    if (!end) return false
    const isChanged = changes(machine, end)
    // What the body proves of every element holds even if there is none.
    const universal = end.facts.beyond(before.facts).filter((fact) => isAbout(fact, item))
    machine.join([{ writes: before.writes, facts: before.facts.with(universal) }, end])
    return isChanged
  })
  machine.join([{ writes: new Map(), facts: machine.state.facts }, ...exits])
}

function runBody(
  machine: Evaluator, statement: Statement & { op: 'each' }, frame: Frame, item: Value, exits: Snapshot[],
): Snapshot | undefined {
  const base = machine.state
  const target = openTarget(machine, 'loop')
  const end = machine.branch([], () => {
    const body = machine.branch([], () => {
      bindPattern(machine, statement.pattern, item, frame)
      executeAll(machine, statement.body, frame)
    })
    machine.join(present([body?.snapshot, ...target.continues]))
  })
  machine.targets.pop()
  exits.push(...target.exits)
  machine.state = base
  return end?.snapshot
}

/** Repeats a pass until it changes nothing that was there before it, or the budget for passes is spent. */
function repeat(machine: Evaluator, pass: () => boolean): void {
  for (let round = 0; round < machine.budget.maxLoopPasses && machine.state.alive; round += 1) {
    if (!pass()) return
  }
}

/** Whether a way through the body leaves something else in a place that held something before. */
function changes(machine: Evaluator, end: Snapshot | undefined): boolean {
  for (const [key, stored] of end?.writes ?? []) {
    const before = machine.state.get(key)
    if (before !== undefined && before !== stored) return true
  }
  return false
}

function itemsOf(machine: Evaluator, over: Value, keys: boolean): readonly Value[] | undefined {
  if (over.op !== 'object') return undefined
  const contents = contentsOf(machine, over)
  if (contents.others.length > 0) return undefined
  if (keys) return [...contents.fields.keys()].map((key) => machine.table.constant(key))
  return contents.elements
}

function eachItem(machine: Evaluator, over: Value, keys: boolean): Value {
  return keys ? machine.table.derived('key', [over]) : readMember(machine, over, '*')
}

function isAbout(fact: Fact, item: Value): boolean {
  for (let value: Value | undefined = fact.value; value; value = value.op === 'field' ? value.base : undefined) {
    if (value === item) return true
  }
  return fact.value.op === 'derived' && fact.value.inputs.includes(item)
}
