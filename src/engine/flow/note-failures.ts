import type { Expression, FileFacts, Range } from '../facts/ir.ts'
import type { FailureKind } from '../findings/failure.ts'
import { ALL_KINDS } from './bits.ts'
import type { Evaluator } from './evaluator.ts'
import { CAUGHT, findHeld } from './find-held.ts'
import type { Frame } from './frame.ts'
import { hasText, holdsAny, isFixedValue } from './holds-any.ts'
import { mentionsError } from './mentions-error.ts'
import { rangeOf } from './range-of.ts'
import { contentsOf } from './read-member.ts'
import { refine } from './refine.ts'
import type { Fact, Value } from './values.ts'

/**
 * What went wrong on the way to the place that is being evaluated, and was not logged since. It is part of the state, under
 * a key that no variable has, so that what holds on one way does not hold on another.
 */
export const FAILURES = 0

/** One failure, at one stage of what becomes of it. */
export interface FailureStage {
  readonly kind: FailureKind
  readonly file: FileFacts
  readonly at: Range
  /** `open`: the code that receives it still runs, or is past without having made anything of it. */
  readonly stage: 'open' | 'answer' | 'error' | 'passed'
  readonly isLogged: boolean
  /** What was returned where it was received. */
  readonly answer?: Value
  readonly isFixed: boolean
}

/** One side of a branch that is running, in the function that is running. */
export interface Side {
  readonly test: Value
  readonly truthy: boolean
  /** How much was logged before it. */
  readonly logged: number
  readonly outer: Side | undefined
}

/** What a handler logs: on its way, or only where something failed. */
export type LogKind = 'way' | 'failure'

/** Runs what receives a caught error, which stands at a place of the text. */
export function receive<Result>(machine: Evaluator, file: FileFacts, at: Range, work: () => Result): Result {
  if (machine.isSetup) return work()
  const { receiving } = machine
  const own: FailureStage = { kind: 'caught', file, at, stage: 'open', isLogged: false, isFixed: false }
  // What an inner `catch` made of it is received here: this is where it matters what becomes of it.
  put(machine, [...stagesHere(machine).filter(({ kind, stage }) => kind !== 'caught' || stage !== 'error'), own])
  machine.receiving = own
  machine.failing += 1
  const result = work()
  machine.failing -= 1
  machine.receiving = receiving
  return result
}

/** Runs a function that a library hands an error to: what it gives goes on as the result, as in `load().catch(() => [])`. */
export function receiveBy(machine: Evaluator, receiver: Value, work: () => Value): Value {
  if (receiver.op !== 'closure' || machine.isSetup) return work()
  const { file, facts: { at } } = receiver
  return receive(machine, file, at, () => {
    const result = work()
    if (machine.receiving && machine.state.alive) end(machine, machine.receiving, answerOf(machine, result))
    return result
  })
}

/** Runs a `finally` block: what it logs is logged of what was caught before it too, though that has been left by then. */
export function runFinally(machine: Evaluator, file: FileFacts, at: Range, work: () => void): void {
  const logged = { ...machine.logged }
  work()
  if (machine.isSetup || !loggedSince(machine, logged)) return
  machine.events.onFailure?.({ kind: 'caught', file, at, stage: 'answer', isLogged: true, isFixed: false })
}

/** Notes that something is logged here. */
export function noteLog(machine: Evaluator): void {
  if (machine.state.alive) repeatLog(machine, machine.failing > 0 ? 'failure' : 'way')
}

/** Tells of a log, also where the call that made it is not run a second time. */
export function repeatLog(machine: Evaluator, kind: LogKind | undefined): void {
  if (!kind || machine.isSetup) return
  const isOnWay = kind === 'way' && machine.failing === 0
  machine.logged[isOnWay ? 'way' : 'failure'] += 1
  if (isOnWay) machine.events.onLog?.()
  if (machine.receiving) machine.settled.set(machine.receiving.at, 'logged')
  const stages = stagesHere(machine)
  if (stages.length > 0) put(machine, stages.map(asLogged))
}

/** Something of which nothing is known may log the error that it is given. */
export function noteUnseen(machine: Evaluator, args: readonly Value[]): void {
  if (machine.failing > 0 && args.some((value) => holdsError(machine, value))) repeatLog(machine, 'failure')
}

/** A call has failures of its own: those that its caller left open are put aside, and brought back behind it. */
export function putAside(machine: Evaluator): Value | undefined {
  if (!machine.hasFailed) return undefined
  const open = machine.state.get(FAILURES)
  if (!open || !('op' in open) || open === machine.nothing) return undefined
  machine.state.set(FAILURES, machine.nothing)
  return open
}

export function bringBack(machine: Evaluator, aside: Value | undefined, logged: LogKind | undefined): void {
  if (!aside || !machine.state.alive) return
  if (logged && machine.receiving) machine.settled.set(machine.receiving.at, 'logged')
  const before = stagesIn(machine, aside)
  put(machine, [...(logged ? before.map(asLogged) : before), ...stagesHere(machine)])
}

function loggedSoFar({ logged: { way, failure } }: Evaluator): number {
  return way + failure
}

/** What a call logged since then. */
export function loggedSince(machine: Evaluator, before: Readonly<Record<LogKind, number>>): LogKind | undefined {
  if (machine.logged.way > before.way) return 'way'
  return machine.logged.failure > before.failure ? 'failure' : undefined
}

/** Notes what a `return` or a `throw` makes of an error that was received, or of input that a check refused. */
export function noteFailureEnd(machine: Evaluator, value: Value, expression: Expression, frame: Frame, isThrown: boolean): void {
  const { isSetup, receiving, calls, throwTargets, state } = machine
  if (isSetup || !state.alive || calls.length === 0) return
  if (receiving) end(machine, receiving, isThrown ? errorOf(machine, value, expression, frame) : answerOf(machine, value))
  const at = rangeOf(expression)
  const refusing = isThrown || (calls.length === 1 && value.op === 'object') ? refusingSide(machine) : undefined
  if (refusing && at) {
    const isLogged = loggedSoFar(machine) > refusing.logged
    put(machine, [...stagesHere(machine), { kind: refusing.kind, file: frame.file, at, stage: 'error', isLogged, isFixed: false }])
  }
  if (isThrown ? throwTargets.length === 0 : calls.length === 1) tellAll(machine, isThrown ? undefined : value)
}

/** Runs one side of a branch: where `truthy`, what is tested holds. */
export function takeSide(machine: Evaluator, test: Value, truthy: boolean, work: () => void): void {
  const { side } = machine
  machine.side = { test, truthy, logged: loggedSoFar(machine), outer: side }
  work()
  machine.side = side
}

/** The branch around the running code, within its function, that a check of input turns down. */
function refusingSide({ side: innermost }: Evaluator): { readonly kind: 'refused' | 'unlisted'; readonly logged: number } | undefined {
  let found: ReturnType<typeof refusingSide>
  for (let side = innermost; side; side = side.outer) {
    // What holds on the other side is what was asked for.
    const kind = refusalBy(refine(side.test, !side.truthy))
    if (kind && found?.kind !== 'refused') found = { kind, logged: side.logged }
  }
  return found
}

/** What it is that is turned down where these facts, which hold otherwise, do not: that it is one text only tells tools apart. */
function refusalBy(facts: readonly Fact[] | undefined): 'refused' | 'unlisted' | undefined {
  const proofs = facts?.filter(({ value, clears, equals }) => clears !== 0 && !equals && value.isTainted) ?? []
  if (proofs.length === 0) return undefined
  return proofs.some(({ clears }) => clears !== ALL_KINDS) ? 'refused' : 'unlisted'
}

type Outcome = Pick<FailureStage, 'stage' | 'isFixed' | 'answer'>

function answerOf(machine: Evaluator, answer: Value): Outcome {
  return { stage: 'answer', answer, isFixed: isFixedValue(machine, answer) && hasText(machine, answer) }
}

function errorOf(machine: Evaluator, value: Value, expression: Expression, frame: Frame): Outcome {
  // What an error of the package that is made elsewhere keeps of this one is not known for certain.
  const isPassed = holdsError(machine, value) || mentionsError(machine, expression, frame)
    || (value.op === 'object' && expression.op !== 'call')
  return isPassed ? { stage: 'passed', isFixed: false } : { stage: 'error', isFixed: isFixedValue(machine, value) }
}

function end(machine: Evaluator, own: FailureStage, outcome: Outcome): void {
  if (outcome.stage === 'passed') machine.settled.set(own.at, 'passed')
  put(machine, stagesHere(machine).map((item) => (item.at === own.at && item.stage === 'open' ? { ...item, ...outcome } : item)))
}

/** Tells of everything that failed on the way to the end of the handler and is part of what the client gets. */
function tellAll(machine: Evaluator, result: Value | undefined): void {
  const { receiving, events } = machine
  const stages = stagesHere(machine)
  if (stages.length === 0 || machine.isSpent) return
  const open = stages.filter(({ stage }) => stage === 'open')
  const places = new Set(open.map(({ at }) => at))
  // Which of several errors an answer holds cannot be told.
  const isAnswered = receiving !== undefined || stages.some(({ stage }) => stage === 'answer')
  const isToldOpen = result !== undefined && places.size === 1 && !isAnswered && holdsError(machine, result)
  for (const item of stages) {
    const isTold = item.stage === 'open' ? isToldOpen
      : item.stage !== 'answer' || receiving?.at === item.at || (result !== undefined && isPartOf(machine, item, result))
    const settled = machine.settled.get(item.at)
    if (isTold) events.onFailure?.({ ...item, isLogged: item.isLogged || settled !== undefined })
  }
}

function isPartOf(machine: Evaluator, { answer }: FailureStage, result: Value): boolean {
  const parts = answer?.op === 'object' ? [answer, ...contentsOf(machine, answer).fields.values()] : answer ? [answer] : []
  // What was there before, such as a path as it came, tells nothing of the error.
  const telling = parts.filter((part) => part.op === 'object' || part.op === 'text' || holdsError(machine, part))
  return holdsAny(machine, result, new Set(telling))
}

function holdsError(machine: Evaluator, value: Value): boolean {
  if (value.op === 'choice') return value.alternatives.some((item) => holdsError(machine, item.value))
  if (value.op === 'extern') return value.module === CAUGHT || value.args?.some((item) => holdsError(machine, item)) === true
  return findHeld(machine, value, machine.state.facts).some(({ kind }) => kind === 'error' || kind === 'stack')
}

function asLogged(stage: FailureStage): FailureStage {
  return { ...stage, isLogged: true }
}

function stagesHere(machine: Evaluator): readonly FailureStage[] {
  const stored = machine.hasFailed ? machine.state.get(FAILURES) : undefined
  return stored && 'op' in stored ? stagesIn(machine, stored) : []
}

function stagesIn(machine: Evaluator, value: Value): readonly FailureStage[] {
  const stage = machine.failures.get(value)
  if (stage) return [stage]
  if (value.op === 'derived') return value.inputs.flatMap((item) => stagesIn(machine, item))
  return value.op === 'choice' ? value.alternatives.flatMap((item) => stagesIn(machine, item.value)) : []
}

function put(machine: Evaluator, stages: readonly FailureStage[]): void {
  machine.hasFailed = true
  machine.state.set(FAILURES, machine.table.oneOf(stages.map((stage) => {
    const { kind, file, at, isLogged, isFixed, answer } = stage
    const value = machine.table.unknown(['failure', kind, file.path, at[0], stage.stage, isLogged, isFixed, answer?.id].join(':'))
    machine.failures.set(value, stage)
    return value
  })))
}
