import type { FunctionFacts } from '../facts/ir.ts'
import type { Disclosure } from '../findings/disclosure.ts'
import type { Evaluator } from './evaluator.ts'
import type { NotedEffect } from './note-effects.ts'
import type { LogKind } from './note-failures.ts'
import { contentsOf } from './read-member.ts'
import type { Contents, Snapshot } from './state.ts'
import type { ClosureValue, Fact, ObjectValue, Value } from './values.ts'

/** The functions that a call ran, those that its calls ran among them. */
export interface RanCode {
  readonly code: (FunctionFacts | RanCode)[]
}

export interface RememberedCall extends RanCode {
  readonly value: Value
  /** What it wrote, and what it proved beyond what was known before; `undefined` where it does not come back. */
  readonly effect: { readonly writes: Snapshot['writes']; readonly learned: readonly Fact[] } | undefined
  /** What it did to the world, to be told again wherever the call is not run a second time. */
  readonly did: readonly NotedEffect[]
  /** What it let out, likewise. */
  readonly told: readonly Disclosure[]
  readonly logged: LogKind | undefined
}

/** What the result of a call depends on, as far as it can be told at little cost: who is called, on what, what is known. */
export interface CallConditions {
  readonly key: string
  /** True where nothing in it comes from a source: the call then is the same in every handler. */
  readonly isClean: boolean
  readonly operands: readonly (Value | undefined)[]
}

interface Entry {
  readonly call: RememberedCall
  readonly operands: readonly (Value | undefined)[]
}

/** Objects with more in them are told apart by which they are, not by what they hold. */
const MAX_COMPARED = 24

/**
 * What calls did under equal conditions. Calls on clean values are remembered for the whole package, others while one
 * handler runs.
 */
export class CallMemory {
  private readonly clean = new Map<string, Entry>()
  private readonly inHandler = new Map<string, Entry>()
  /** Functions for which it matters which object they are given: they change it, or give it back. */
  private readonly particular = new Set<FunctionFacts>()

  forgetHandler(): void {
    this.inHandler.clear()
  }

  /** Forgets the calls that ran any of this code. */
  forgetCode(isChanged: (ran: RanCode) => boolean): void {
    this.inHandler.clear()
    for (const [key, { call }] of this.clean) if (isChanged(call)) this.clean.delete(key)
  }

  /** Functions inside functions depend on the variables around them: their calls are not remembered. */
  conditionsOf(
    machine: Evaluator, closure: ClosureValue, args: readonly Value[], self: Value | undefined, rest: readonly Value[] | undefined,
  ): CallConditions | undefined {
    if (machine.isSetup || closure.frame.parent) return undefined
    const operands = [closure.self ?? self, ...(closure.bound ?? []), ...args, ...(rest ?? [])]
    // A message that is no parameter may be read anywhere.
    const isClean = machine.message === undefined && operands.every((value) => value === undefined || isCleanOperand(machine, value))
    const byContents = isClean && !this.particular.has(closure.facts)
    const parts = operands.map((value) => (value?.op === 'object' ? describeObject(machine, value, byContents, 2) : value?.id ?? ''))
    const { facts } = machine.state
    const known = isClean ? `c${facts.cleanFingerprint}` : facts.fingerprint
    return { key: `${numberOf(closure.facts)}.${closure.frame.id}(${parts.join()})${args.length}:${known}`, isClean, operands }
  }

  recall(machine: Evaluator, conditions: CallConditions): RememberedCall | undefined {
    const entry = (conditions.isClean ? this.clean : this.inHandler).get(conditions.key)
    if (!entry) return undefined
    // The result may lead to the objects that the first call was given.
    entry.operands.forEach((before, index) => {
      const now = conditions.operands[index]
      if (before === now || before?.op !== 'object' || now?.op !== 'object') return
      if (machine.state.get(-before.id) === undefined) machine.state.set(-before.id, contentsOf(machine, now))
    })
    return entry.call
  }

  keep(machine: Evaluator, facts: FunctionFacts, conditions: CallConditions, call: RememberedCall): void {
    const { key, isClean, operands } = conditions
    const isParticular = operands.some((value) => value?.op === 'object'
      && (value === call.value || call.effect?.writes.has(-value.id) === true))
    if (isClean && isParticular && !this.particular.has(facts)) {
      this.particular.add(facts)
      return
    }
    // Past the budget nothing is known for certain.
    if (machine.isSpent) return
    const lasts = isClean && (call.value.op !== 'object' || machine.root.get(-call.value.id) !== undefined
      || call.effect?.writes.has(-call.value.id) === true)
    if (lasts) this.clean.set(key, { call, operands })
    else if (!isClean) this.inHandler.set(key, { call, operands })
  }
}

function isCleanOperand(machine: Evaluator, value: Value): boolean {
  if (value.op !== 'object') return !value.isTainted
  const { fields, elements, others } = contentsOf(machine, value)
  for (const field of fields.values()) if (field.isTainted && !isMethod(field)) return false
  return !others.some((item) => item.isTainted) && elements?.some((item) => item.isTainted) !== true
}

/** Arrow functions that a constructor made are as good as methods. */
function isMethod(value: Value): boolean {
  return value.op === 'closure' && value.self?.isTainted !== true
}

const contentsIds = new WeakMap<Contents, number>()
const functionIds = new WeakMap<FunctionFacts, number>()
let nextId = 1

function idIn<Key extends object>(ids: WeakMap<Key, number>, key: Key): number {
  let id = ids.get(key)
  if (id === undefined) {
    id = nextId++
    ids.set(key, id)
  }
  return id
}

function numberOf(facts: FunctionFacts): number {
  return idIn(functionIds, facts)
}

/** An object by what it holds where it was made on the way, by which it is where it was there before. */
function describeObject(machine: Evaluator, object: ObjectValue, byContents: boolean, depth: number): string {
  const contents = contentsOf(machine, object)
  const size = contents.fields.size + (contents.elements?.length ?? 0) + contents.others.length
  if (!byContents || object.classValue || size > MAX_COMPARED || depth === 0 || machine.root.get(-object.id) !== undefined) {
    return `${object.id}@${idIn(contentsIds, contents)}`
  }
  const describe = (value: Value): string | number =>
    (value.op === 'object' ? describeObject(machine, value, byContents, depth - 1) : value.id)
  const fields = [...contents.fields].map(([name, value]) => `${name}=${describe(value)}`)
  return `{${object.kind} ${fields.join()};${contents.elements?.map(describe).join() ?? '-'};${contents.others.map(describe).join()}}`
}
