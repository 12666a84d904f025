import type { EachStatement, Statement } from '../facts/ir.ts'
import { bindPattern } from './bind-pattern.ts'
import { candidatesOf } from './candidates-of.ts'
import { evaluate } from './evaluate-expression.ts'
import type { Evaluator } from './evaluator.ts'
import { executeAll, openTarget, present } from './execute-statement.ts'
import type { Frame } from './frame.ts'
import { FAILURES } from './note-failures.ts'
import { contentsOf, readMember } from './read-member.ts'
import { refine } from './refine.ts'
import type { Snapshot, State } from './state.ts'
import { NO_WRITES } from './state.ts'
import type { Fact, Value } from './values.ts'

/** Known elements are taken one by one up to this many: tables of tools during set-up, short lists in handlers. */
const UNROLL_IN_SETUP = 200
const UNROLL_IN_HANDLER = 6

export function executeLoop(machine: Evaluator, statement: Statement & { op: 'loop' }, frame: Frame): void {
  executeAll(machine, statement.init, frame)
  const { update } = statement
  // A counter is any number right away, so that one pass is enough for most loops.
  const isCounter = update?.op === 'assign' && update.target.op === 'variable'
  const counted = isCounter ? machine.branch([], () => evaluate(machine, update, frame)) : undefined
  if (counted?.snapshot) machine.join([{ writes: NO_WRITES, facts: machine.state.facts }, counted.snapshot])
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
      if (update) evaluate(machine, update, frame)
      if (!statement.testFirst && machine.state.alive) enter(base)
    })
    machine.targets.pop()
    leaving.push(...target.exits)
    const before: Snapshot = { writes: NO_WRITES, facts: base.facts }
    return changes(machine, end?.snapshot, () => { machine.join(present([before, end?.snapshot])) })
  }
  repeat(machine, pass)
  machine.join(leaving)
}

export function executeEach(machine: Evaluator, statement: Statement & { op: 'each' }, frame: Frame): void {
  const over = evaluate(machine, statement.over, frame)
  const items = itemsOf(machine, over, statement.keys)
  const limit = machine.takesApart ? UNROLL_IN_SETUP : UNROLL_IN_HANDLER
  const exits: Snapshot[] = []
  const candidates = items || statement.keys ? [] : candidatesOf(machine, over)
  if (candidates.length > 1 && candidates.length <= limit) {
    for (const item of entriesOf(machine, over, candidates)) {
      if (!machine.state.alive) break
      const before: Snapshot = { writes: NO_WRITES, facts: machine.state.facts }
      machine.join(present([before, runBody(machine, statement, frame, item, exits)]))
    }
    machine.join(present([machine.state.alive ? { writes: NO_WRITES, facts: machine.state.facts } : undefined, ...exits]))
    return
  }
  if (items && items.length <= limit) {
    for (const item of items) {
      if (!machine.state.alive) break
      const end = runBody(machine, statement, frame, item, exits)
      machine.join(present([end]))
    }
    machine.join(present([machine.state.alive ? { writes: NO_WRITES, facts: machine.state.facts } : undefined, ...exits]))
    return
  }
  const item = items ? machine.table.oneOf(items) : eachItem(machine, over, statement.keys)
  repeat(machine, () => {
    const before: Snapshot = { writes: NO_WRITES, facts: machine.state.facts }
    const end = runBody(machine, statement, frame, item, exits)
    if (!end) return false
    // What the body proves of every element holds even if there is none.
    const universal = end.facts.beyond(before.facts).filter((fact) => isAbout(fact, item))
    return changes(machine, end, () => { machine.join([{ writes: before.writes, facts: before.facts.with(universal) }, end]) })
  })
  machine.join([{ writes: NO_WRITES, facts: machine.state.facts }, ...exits])
}

function runBody(
  machine: Evaluator, statement: Statement & { op: 'each' }, frame: Frame, item: Value, exits: Snapshot[],
): Snapshot | undefined {
  const base = machine.state
  const target = openTarget(machine, 'loop')
  const end = machine.branch([], () => {
    const body = machine.branch([], () => {
      const inner = innerFrame(machine, statement, frame)
      bindPattern(machine, statement.pattern, item, inner)
      executeAll(machine, statement.body, inner)
    })
    machine.join(present([body?.snapshot, ...target.continues]))
  })
  machine.targets.pop()
  exits.push(...target.exits)
  machine.state = base
  return end?.snapshot
}

function innerFrame(machine: Evaluator, { scope }: EachStatement, frame: Frame): Frame {
  const facts = scope === undefined ? undefined : frame.file.functions[scope]
  return facts ? machine.frame(frame.file, facts, frame, frame.self) : frame
}

/** Repeats a pass until it changes nothing that was there before it, or the budget for passes is spent. */
function repeat(machine: Evaluator, pass: () => boolean): void {
  for (let round = 0; round < machine.budget.maxLoopPasses && machine.state.alive; round += 1) {
    if (!pass()) return
  }
}

/** Whether going on with what a pass left makes anything else of a place that held something before. */
function changes(machine: Evaluator, end: Snapshot | undefined, goOn: () => void): boolean {
  const before = [...end?.writes ?? []].map(([key, stored]) => ({ key, stored, held: machine.state.get(key) }))
    .filter(({ key, held, stored }) => key !== FAILURES && held !== undefined && held !== stored)
  goOn()
  return before.some(({ key, held }) => machine.state.get(key) !== held)
}

function itemsOf(machine: Evaluator, over: Value, keys: boolean): readonly Value[] | undefined {
  if (over.op !== 'object') return undefined
  const contents = contentsOf(machine, over)
  if (contents.others.length > 0) return undefined
  if (keys) return [...contents.fields.keys()].map((key) => machine.table.constant(key))
  if (over.kind === 'map') return [...contents.fields].map(([key, value]) => pair(machine, machine.table.constant(key), value))
  return contents.elements
}

/** What iterating over a map gives. */
function pair(machine: Evaluator, key: Value, value: Value): Value {
  const array = machine.table.object('array')
  machine.state.set(-array.id, { fields: new Map(), elements: [key, value], others: [] })
  return array
}

/** What iterating over a map of which only the values are known gives. */
function entriesOf(machine: Evaluator, over: Value, values: readonly Value[]): readonly Value[] {
  const isMap = over.op === 'object' && over.kind === 'map'
  return isMap ? values.map((value) => pair(machine, machine.table.derived('key', [over]), value)) : values
}

function eachItem(machine: Evaluator, over: Value, keys: boolean): Value {
  if (keys) return machine.table.derived('key', [over])
  const element = readMember(machine, over, '*')
  return over.op === 'object' && over.kind === 'map' ? pair(machine, machine.table.derived('key', [over]), element) : element
}

function isAbout(fact: Fact, item: Value): boolean {
  for (let value: Value | undefined = fact.value; value; value = value.op === 'field' ? value.base : undefined) {
    if (value === item) return true
  }
  return fact.value.op === 'derived' && fact.value.inputs.includes(item)
}
