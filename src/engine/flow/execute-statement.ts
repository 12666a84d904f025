import type { Statement, SwitchCase } from '../facts/ir.ts'
import { noteOutcome, sideOf } from './asked-again.ts'
import { bindPattern } from './bind-pattern.ts'
import { evaluate } from './evaluate-expression.ts'
import type { Evaluator, JumpTarget, ThrowTarget } from './evaluator.ts'
import { executeEach, executeLoop } from './execute-loop.ts'
import { CAUGHT } from './find-held.ts'
import { comesFromSource } from './find-taint.ts'
import type { Frame } from './frame.ts'
import { noteEnd } from './note-channels.ts'
import { noteFailureEnd, receive, runFinally, takeSide } from './note-failures.ts'
import { equalityFacts } from './evaluate-operator.ts'
import type { Snapshot } from './state.ts'
import type { Value } from './values.ts'
import { NO_WRITES } from './state.ts'

export function executeAll(machine: Evaluator, statements: readonly Statement[], frame: Frame): void {
  for (const statement of statements) {
    if (!machine.spend()) return
    execute(machine, statement, frame)
  }
}

function execute(machine: Evaluator, statement: Statement, frame: Frame): void {
  switch (statement.op) {
    case 'expression':
      evaluate(machine, statement.expression, frame)
      return
    case 'bind':
      if (statement.value) bindPattern(machine, statement.pattern, evaluate(machine, statement.value, frame), frame)
      return
    case 'return': {
      const value = statement.value ? evaluate(machine, statement.value, frame) : machine.nothing
      const target = machine.targets.findLast((item) => item.kind === 'function')
      if (statement.value) {
        noteEnd(machine, value, statement.value, frame, false)
        noteFailureEnd(machine, value, statement.value, frame, false)
      }
      if (target && machine.state.alive) {
        target.returns.push({ value, snapshot: machine.state.since(target.base), isOptOut: isOptOut(machine, value) })
      }
      machine.state.alive = false
      return
    }
    case 'throw': {
      const value = evaluate(machine, statement.value, frame)
      noteEnd(machine, value, statement.value, frame, true)
      noteFailureEnd(machine, value, statement.value, frame, true)
      const target = machine.throwTargets.at(-1)
      if (target && machine.state.alive) {
        target.snapshots.push(machine.state.since(target.base))
        // Errors that tell nothing are alike: calls on them are remembered.
        if (comesFromSource(machine, value, machine.state.facts)) target.values.push(value)
      }
      machine.state.alive = false
      return
    }
    case 'if':
      executeIf(machine, statement, frame)
      return
    case 'loop':
      executeLoop(machine, statement, frame)
      return
    case 'each':
      executeEach(machine, statement, frame)
      return
    case 'switch':
      executeSwitch(machine, statement, frame)
      return
    case 'try':
      executeTry(machine, statement, frame)
      return
    case 'block': {
      if (statement.label === undefined) {
        executeAll(machine, statement.body, frame)
        return
      }
      const target = openTarget(machine, 'label', statement.label)
      const end = machine.branch([], () => { executeAll(machine, statement.body, frame) })
      closeTarget(machine, target, end?.snapshot)
      return
    }
    case 'break':
    case 'continue':
      jump(machine, statement.op, statement.label)
  }
}

function executeIf(machine: Evaluator, statement: Statement & { op: 'if' }, frame: Frame): void {
  const { asked } = machine
  const test = evaluate(machine, statement.test, frame)
  machine.conditions.push(machine.asked > asked)
  const yes = machine.branch(sideOf(machine, test, true), () => {
    takeSide(machine, test, true, () => { executeAll(machine, statement.yes, frame) })
  })
  const no = machine.branch(sideOf(machine, test, false), () => {
    takeSide(machine, test, false, () => { executeAll(machine, statement.no, frame) })
  })
  machine.conditions.pop()
  const [onYes, onNo] = machine.join(present([yes?.snapshot, no?.snapshot]))
  if (onYes && onNo) noteOutcome(machine, test, onYes, onNo)
}

/** The check is passed over for a reason that has nothing to do with what is checked: a setting of the operator's. */
function isOptOut({ conditions }: Evaluator, value: Value): boolean {
  const lets = value.op === 'constant' ? value.constant === true || value.constant === undefined
    : value.op === 'unknown' && value.label === 'boolean'
  return lets && conditions.length > 0 && conditions.every((isAboutSource) => !isAboutSource)
}

export function present<Item>(items: readonly (Item | undefined)[]): Item[] {
  return items.filter((item) => item !== undefined)
}

export function openTarget(machine: Evaluator, kind: JumpTarget['kind'], label?: string): JumpTarget {
  const target: JumpTarget = {
    kind, base: machine.state, exits: [], continues: [], returns: [], ...(label === undefined ? {} : { label }),
  }
  machine.targets.push(target)
  return target
}

function closeTarget(machine: Evaluator, target: JumpTarget, end: Snapshot | undefined): void {
  machine.targets.pop()
  machine.join(present([end, ...target.exits]))
}

function jump(machine: Evaluator, kind: 'break' | 'continue', label: string | undefined): void {
  for (let index = machine.targets.length - 1; index >= 0; index -= 1) {
    const target = machine.targets[index]
    if (!target || target.kind === 'function') break
    const fits = label === undefined
      ? target.kind === 'loop' || (target.kind === 'switch' && kind === 'break')
      : target.label === label
    if (!fits) continue
    // `continue label` leads to the loop that the label stands before.
    const loop = kind === 'continue' && label !== undefined ? machine.targets[index + 1] ?? target : target
    if (machine.state.alive && kind === 'break') target.exits.push(machine.state.since(target.base))
    else if (machine.state.alive) loop.continues.push(machine.state.since(loop.base))
    break
  }
  machine.state.alive = false
}

function executeSwitch(machine: Evaluator, statement: Statement & { op: 'switch' }, frame: Frame): void {
  const value = evaluate(machine, statement.value, frame)
  const target = openTarget(machine, 'switch')
  let fallen: Snapshot | undefined
  let entered = false
  const run = (item: SwitchCase, facts: Parameters<Evaluator['branch']>[0]): void => {
    const base = machine.state
    const ways = present([facts ? { writes: NO_WRITES, facts: base.facts.with(facts) } : undefined, fallen])
    if (ways.length === 0) return
    fallen = machine.branch(facts ?? [], () => {
      machine.join(ways)
      executeAll(machine, item.body, frame)
    })?.snapshot
  }
  for (const item of statement.cases) {
    if (item.test) {
      const test = evaluate(machine, item.test, frame)
      const facts = equalityFacts(machine, value, test, true)
      entered ||= value.op === 'constant' && test.op === 'constant' && facts !== undefined
      run(item, facts)
    } else {
      run(item, entered ? undefined : [])
    }
  }
  const hasDefault = statement.cases.some((item) => !item.test)
  const past = hasDefault || entered ? undefined : { writes: NO_WRITES, facts: machine.state.facts }
  machine.targets.pop()
  machine.join(present([fallen, past, ...target.exits]))
}

function executeTry(machine: Evaluator, statement: Statement & { op: 'try' }, frame: Frame): void {
  const { handler, parameter, finalizer } = statement
  const before: Snapshot = { writes: NO_WRITES, facts: machine.state.facts }
  const target: ThrowTarget = { base: machine.state, snapshots: [], values: [] }
  machine.throwTargets.push(target)
  const block = machine.branch([], () => { executeWatched(machine, statement.block, frame, target) })
  machine.throwTargets.pop()
  const ends: Snapshot[] = present([block?.snapshot])
  // Any call may throw, so the way out may begin at the start of the block, at its end, and after each of its statements.
  const thrown = [before, ...target.snapshots, ...ends]
  if (handler) {
    const caught = machine.branch([], () => {
      machine.join(thrown)
      if (parameter) bindPattern(machine, parameter, machine.table.oneOf([machine.table.extern(CAUGHT, 'error'), ...target.values]), frame)
      receive(machine, frame.file, statement.at, () => { executeAll(machine, handler, frame) })
    })
    ends.push(...present([caught?.snapshot]))
  } else if (finalizer) {
    machine.branch([], () => {
      machine.join(thrown)
      executeAll(machine, finalizer, frame)
    })
  }
  machine.join(ends)
  if (finalizer) {
    const alive = machine.state.alive
    machine.state.alive = true
    runFinally(machine, frame.file, statement.at, () => { executeAll(machine, finalizer, frame) })
    machine.state.alive &&= alive
  }
}

/** Runs the statements of a `try` block and keeps what each left; what it declares itself is not seen outside. */
function executeWatched(machine: Evaluator, statements: readonly Statement[], frame: Frame, target: ThrowTarget): void {
  statements.forEach((statement, index) => {
    executeAll(machine, [statement], frame)
    const isLast = index === statements.length - 1
    const isPlain = statement.op === 'bind' || (statement.op === 'expression' && statement.expression.op !== 'assign')
    if (!machine.state.alive || isLast || isPlain) return
    const { writes, facts } = machine.state.since(target.base)
    target.snapshots.push({ writes: new Map(writes), facts })
  })
}
