import { joinPath } from '../access-path/parse-access-path.ts'
import { callBuiltin, callInlined, tellHandedOn } from './call-builtin.ts'
import { callClosure } from './call-closure.ts'
import { callExtern } from './call-extern.ts'
import { instantiate } from './evaluate-class.ts'
import type { Pattern } from '../facts/ir.ts'
import type { Evaluator, Site } from './evaluator.ts'
import { present } from './execute-statement.ts'
import { CAUGHT } from './find-held.ts'
import { noteUnseen } from './note-failures.ts'
import { contentsOf, readMember } from './read-member.ts'
import type { Alternative, ClosureValue, Value } from './values.ts'

export interface Call {
  readonly args: readonly Value[]
  /** Arguments behind a spread of unknown length. */
  readonly rest: readonly Value[]
  readonly isNew: boolean
  readonly site: Site | undefined
}

/** Calls a value; what cannot be called is unknown, but functions among its arguments are assumed to be run. */
export function invoke(machine: Evaluator, callee: Value, call: Call, self: Value | undefined): Value {
  switch (callee.op) {
    case 'closure':
      return call.isNew ? constructWith(machine, callee, call) : callClosure(machine, callee, call.args, call.site, self, call.rest)
    case 'class':
      return call.isNew ? instantiate(machine, callee, call.args, call.site) : machine.unknown
    case 'native':
      return callee.call(call.args)
    case 'extern':
      return callExtern(machine, callee, call, self)
    case 'choice':
      return eachAlternative(
        machine, callee.alternatives.filter((item) => item.value.op !== 'constant'), (value) => invoke(machine, value, call, self),
      )
    default:
      noteUnseen(machine, call.args)
      runCallbacks(machine, call)
      return machine.table.unknown(`${callee.id}()${call.args.map((item) => item.id).join()}`)
  }
}

/** `new F()` of a function: an instance with the methods of its prototype. */
function constructWith(machine: Evaluator, closure: Value & { op: 'closure' }, call: Call): Value {
  const instance = machine.table.object('instance')
  const prototype = readMember(machine, closure, 'prototype')
  machine.state.set(-instance.id, { fields: prototype.op === 'object' ? contentsOf(machine, prototype).fields : new Map(), others: [] })
  callClosure(machine, closure, call.args, call.site, instance, call.rest)
  return instance
}

/** Calls a method by name: one of the code's own, one of the language, or one that knowledge tells of. */
export function invokeMethod(machine: Evaluator, receiver: Value, name: string, call: Call): Value {
  if (receiver.op === 'choice' && receiver.alternatives.some((item) => hasOwnMethods(item.value))) {
    const callable = receiver.alternatives.filter((item) => item.value.op !== 'constant' || typeof item.value.constant === 'string')
    return eachAlternative(machine, callable, (value) => invokeMethod(machine, value, name, call))
  }
  if (receiver.op === 'closure' && (name === 'bind' || name === 'call' || name === 'apply')) return rebind(machine, receiver, name, call)
  const isKnownMethod = receiver.op === 'extern' && machine.index.call(receiver.module, joinPath(receiver.path, name)) !== undefined
  if (receiver.op === 'extern' && (name === 'bind' || name === 'call') && !isKnownMethod) {
    return name === 'bind' ? receiver : callExtern(machine, receiver, { ...behindSelf(call), args: call.args.slice(1) }, undefined)
  }
  if (receiver.op === 'extern' && name === 'apply' && machine.index.call(receiver.module, receiver.path)) {
    return callExtern(machine, receiver, { ...behindSelf(call), ...applied(machine, call) }, undefined)
  }
  const own = ownMethod(machine, receiver, name)
  if (own) {
    tellHandedOn(machine, receiver, name, call)
    return callInlined(machine, receiver, name, call) ?? invoke(machine, own, call, receiver)
  }
  const built = callBuiltin(machine, receiver, name, call)
  if (built) return built
  if (receiver.op === 'extern') {
    const member = readMember(machine, receiver, name)
    return member.op === 'extern' ? callExtern(machine, member, call, receiver) : machine.unknown
  }
  noteUnseen(machine, call.args)
  runCallbacks(machine, call)
  return machine.table.unknown(`${receiver.id}.${name}()${call.args.map((item) => item.id).join()}`)
}

/** Text and unknown values answer to the same methods, whichever of them it is. */
function hasOwnMethods({ op }: Value): boolean {
  return op === 'object' || op === 'closure' || op === 'class' || op === 'extern' || op === 'native'
}

const CALLABLE: ReadonlySet<Value['op']> = new Set(['closure', 'class', 'extern', 'native', 'choice'])

function ownMethod(machine: Evaluator, receiver: Value, name: string): Value | undefined {
  if (receiver.op !== 'object' && receiver.op !== 'class' && receiver.op !== 'closure') return undefined
  const isPlain = receiver.op !== 'object' || receiver.kind === 'instance' || receiver.kind === 'object'
  if (!isPlain && !/^\d+$/u.test(name)) return undefined
  const member = readMember(machine, receiver, name)
  return CALLABLE.has(member.op) ? member : undefined
}

function rebind(machine: Evaluator, closure: Value & { op: 'closure' }, name: string, call: Call): Value {
  const [self, ...args] = call.args
  const owner = closure.self ?? self
  if (name === 'bind') return machine.table.closure(closure.file, closure.facts, closure.frame, owner, [...(closure.bound ?? []), ...args])
  if (name === 'call') return callClosure(machine, closure, args, call.site, owner, call.rest)
  const list = applied(machine, call)
  return callClosure(machine, closure, list.args, call.site, owner, list.rest)
}

/** The text of a call without its first argument, the receiver. */
function behindSelf(call: Call): Call {
  return call.site ? { ...call, site: { ...call.site, args: call.site.args.slice(1) } } : call
}

/** The arguments that `apply` is given as a list. */
function applied(machine: Evaluator, call: Call): Pick<Call, 'args' | 'rest'> {
  const list = call.args[1]
  const contents = list?.op === 'object' ? contentsOf(machine, list) : undefined
  if (contents?.elements && contents.others.length === 0) return { args: contents.elements, rest: [] }
  return { args: [], rest: list ? [readMember(machine, list, '*')] : [] }
}

/** Does the same for each of several values and goes on from where they all lead. */
export function eachAlternative(machine: Evaluator, alternatives: readonly Alternative[], work: (value: Value) => Value): Value {
  const ways = alternatives.map((item) => ({ item, way: machine.branch(item.facts, () => work(item.value)) }))
  const ended = ways.filter(({ way }) => way?.snapshot !== undefined)
  if (ended.length === 0) {
    if (ways.length > 0 && ways.every(({ way }) => way !== undefined)) machine.state.alive = false
    return machine.unknown
  }
  const base = machine.state.facts
  machine.join(present(ended.map(({ way }) => way?.snapshot)))
  return machine.table.choice(ended.flatMap(({ way }) => (way?.snapshot
    ? [{ value: way.result, facts: way.snapshot.facts.beyond(base).filter((fact) => machine.state.facts.of(fact.value) !== fact) }] : [])))
}

/** Functions that are handed to something unknown are run once on unknown arguments. */
export function runCallbacks(machine: Evaluator, call: Call, given?: (callback: Value) => readonly Value[]): void {
  for (const value of call.args) {
    runCallback(machine, value, given?.(value) ?? [])
    if (value.op !== 'object' || value.kind !== 'object') continue
    for (const field of contentsOf(machine, value).fields.values()) runCallback(machine, field, [])
  }
}

function runCallback(machine: Evaluator, value: Value, given: readonly Value[]): void {
  if (value.op !== 'closure') return
  const { table } = machine
  const args = value.facts.params.map((parameter, index) => given[index] ?? (
    index === 0 && isErrorParameter(value, parameter) ? table.extern(CAUGHT, 'error') : table.unknown(`${value.id}#${index}`)))
  const ran = machine.branch([], () => callClosure(machine, value, args, undefined))
  if (ran?.snapshot) machine.join([{ writes: new Map(), facts: machine.state.facts }, { ...ran.snapshot, facts: machine.state.facts }])
}

/** Callbacks are handed what went wrong first: https://nodejs.org/api/errors.html#error-first-callbacks */
function isErrorParameter({ file }: ClosureValue, parameter: Pattern): boolean {
  return parameter.op === 'variable' && /^err(?:or)?$/u.test(file.variables[parameter.id]?.name ?? '')
}
