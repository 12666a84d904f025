import type { SinkKind, SourceKind } from '../../knowledge/kinds.ts'
import type { Constant } from '../facts/ir.ts'
import type { Clears } from './bits.ts'
import { kindSet, stateSet } from './bits.ts'
import { callClosure } from './call-closure.ts'
import { candidatesOf } from './candidates-of.ts'
import type { CallView, Proof } from '../rows.ts'
import type { Evaluator } from './evaluator.ts'
import { comesFromSource, findTaint } from './find-taint.ts'
import { CAUGHT } from './find-held.ts'
import { impliedFacts } from './implied-facts.ts'
import type { Call } from './invoke.ts'
import { invoke } from './invoke.ts'
import { receiveBy } from './note-failures.ts'
import { parsedValue, readSchema } from './parsed-value.ts'
import { contentsOf, readIndex, readMember, writeMember } from './read-member.ts'
import { refine } from './refine.ts'
import type { SchemaNode } from './schema-node.ts'
import { NO_WRITES } from './state.ts'
import { MANY } from './value-table.ts'
import type { Fact, FlowState, Value } from './values.ts'

/** The questions and answers that knowledge is given for one call. */
export function viewOf(machine: Evaluator, receiver: Value | undefined, call: Call): CallView {
  return new MachineView(machine, receiver, call)
}

class MachineView implements CallView {
  readonly args: readonly Value[]
  readonly receiver: Value | undefined
  readonly isNew: boolean
  readonly callee: string
  readonly isOpen: boolean
  private readonly machine: Evaluator
  private readonly made: Call
  private readonly rest: Value | undefined

  constructor(machine: Evaluator, receiver: Value | undefined, call: Call) {
    this.machine = machine
    this.made = call
    this.rest = call.rest.length > 0 ? machine.table.oneOf(call.rest) : undefined
    this.args = this.rest ? [...call.args, this.rest] : call.args
    this.receiver = receiver
    this.isNew = call.isNew
    this.callee = call.site?.callee ?? ''
    this.isOpen = call.rest.length > 0
  }

  arg(index: number): Value {
    return this.made.args[index] ?? this.rest ?? this.machine.nothing
  }

  nameOf(index: number): string {
    const { site } = this.made
    const expression = site?.args[index]?.value
    if (expression?.op === 'variable') return site?.file.variables[expression.id]?.name ?? ''
    return expression?.op === 'member' || expression?.op === 'global' ? expression.name : ''
  }

  property(object: Value, name: string): Value {
    return readMember(this.machine, object, name)
  }

  entry(container: Value, key: Value): Value {
    return readIndex(this.machine, container, key)
  }

  keys(object: Value): readonly string[] | undefined {
    return object.op === 'object' ? [...contentsOf(this.machine, object).fields.keys()] : undefined
  }

  methods(instance: Value): readonly string[] {
    const names: string[] = []
    let owner: Value | undefined = instance.op === 'object' ? instance.classValue : undefined
    for (; owner?.op === 'class'; owner = owner.parent) {
      const own = owner.facts.methods.filter((item) => item.kind === 'method' && !item.isStatic && !item.isPrivate)
      names.push(...own.map((item) => item.name))
    }
    return [...new Set(names)]
  }

  elements(array: Value): readonly Value[] | undefined {
    if (array.op !== 'object' || (array.kind !== 'array' && array.kind !== 'set')) return undefined
    const contents = contentsOf(this.machine, array)
    return contents.others.length === 0 ? contents.elements : undefined
  }

  element(array: Value): Value {
    return readMember(this.machine, array, '*')
  }

  candidates(container: Value): readonly Value[] {
    return candidatesOf(this.machine, container)
  }

  constant(value: Value): ReturnType<CallView['constant']> {
    return constantOf(this.machine, value)
  }

  alternatives(value: Value): readonly Value[] {
    return alternativesOf(value)
  }

  parts(text: Value): readonly Value[] {
    return text.op === 'text' ? text.parts : [text]
  }

  isFunction(value: Value): boolean {
    return isFunction(value)
  }

  isTainted(value: Value, kind: SinkKind): boolean {
    return findTaint(this.machine, value, kind, this.machine.state.facts) !== undefined
  }

  comesFromSource(value: Value): boolean {
    return comesFromSource(this.machine, value, this.machine.state.facts)
  }

  has(value: Value, state: FlowState): boolean {
    return ((this.machine.state.facts.of(value)?.states ?? 0) & stateSet([state])) !== 0
  }

  call(callee: Value, args: readonly Value[]): Value {
    const run = (): Value => invoke(this.machine, callee, { args, rest: [], isNew: false, site: this.made.site }, undefined)
    const [first] = args
    return first?.op === 'extern' && first.module === CAUGHT ? receiveBy(this.machine, callee, run) : run()
  }

  mayCall(callee: Value, args: readonly Value[]): Value | undefined {
    const ran = this.machine.branch([], () => this.call(callee, args))
    if (!ran?.snapshot) return undefined
    this.machine.join([{ writes: NO_WRITES, facts: this.machine.state.facts }, ran.snapshot])
    return ran.result
  }

  accepted(callee: Value, argument: Value): Value {
    return accepted(this.machine, callee, argument)
  }

  oneSided(test: Value, truthy: boolean): Value {
    return this.machine.table.test(truthy ? refine(test, true) ?? [] : [], truthy ? [] : refine(test, false) ?? [])
  }

  collection(kind: 'map' | 'set', entries: readonly { readonly key: Value | undefined; readonly value: Value }[]): Value {
    const { table, state } = this.machine
    const made = table.object(kind)
    state.set(-made.id, { fields: new Map(), ...(kind === 'set' ? { elements: [] } : {}), others: [] })
    for (const { key, value } of entries) {
      store(this.machine, made, [value], kind === 'map' ? key ?? table.unknown('key') : undefined)
    }
    return made
  }

  settled(executor: Value): Value {
    return settled(this.machine, executor)
  }

  store(container: Value, values: readonly Value[], key?: Value): void {
    store(this.machine, container, values, key)
  }

  constantOf(value: Constant): Value {
    return this.machine.table.constant(value)
  }

  regex(source: string, flags: string): Value {
    return this.machine.table.regex(source, flags)
  }

  unknown(label: string): Value {
    return this.machine.table.unknown(label)
  }

  extern(module: string, path: string): Value {
    return this.machine.table.extern(module, path)
  }

  derived(name: string, inputs: readonly Value[], clears?: Clears): Value {
    return this.machine.table.derived(name, inputs, clears ? kindSet(clears) : 0)
  }

  text(parts: readonly Value[]): Value {
    return this.machine.table.text(parts)
  }

  oneOf(values: readonly Value[]): Value {
    return this.machine.table.oneOf(values)
  }

  array(elements: readonly Value[] | undefined, others?: readonly Value[]): Value {
    const array = this.machine.table.object('array')
    this.machine.state.set(-array.id, { fields: new Map(), ...(elements ? { elements } : {}), others: others ?? [] })
    return array
  }

  object(fields: Readonly<Record<string, Value>>): Value {
    const object = this.machine.table.object('object')
    this.machine.state.set(-object.id, { fields: new Map(Object.entries(fields)), others: [] })
    return object
  }

  proves(whenTrue: readonly Proof[], whenFalse: readonly Proof[] = []): Value {
    const yes = whenTrue.flatMap(factsOf)
    const no = whenFalse.flatMap(factsOf)
    for (const fact of [...yes, ...no]) this.machine.checked.add(fact.value.id)
    return this.machine.table.test(yes, no)
  }

  learn(proofs: readonly Proof[]): void {
    this.machine.learn(proofs.flatMap(factsOf))
  }

  source(kind: SourceKind, name: string): Value {
    const { site } = this.made
    return (site && this.machine.events.onSource?.(kind, name, site)) ?? this.machine.unknown
  }

  imports(module: string, name: string): boolean {
    return this.machine.files.some((file) => {
      const names = file.variables.flatMap((item) => (item.import?.module === module ? [item.import.name] : []))
      return names.length > 0 ? names.includes(name) || names.includes('*') : file.modules.includes(module)
    })
  }

  schema(value: Value): SchemaNode | undefined {
    return readSchema(this.machine, value, this)
  }

  parsed(input: Value, schema: SchemaNode): Value {
    return parsedValue(this.machine, input, schema)
  }
}

function alternativesOf(value: Value): readonly Value[] {
  if (value.op === 'choice') return value.alternatives.flatMap((item) => alternativesOf(item.value))
  return value.op === 'derived' && value.name === MANY ? value.inputs.flatMap(alternativesOf) : [value]
}

function constantOf(machine: Evaluator, value: Value): ReturnType<CallView['constant']> {
  if (value.op === 'constant') return { value: value.constant }
  const equals = machine.state.facts.of(value)?.equals
  return equals?.length === 1 ? { value: equals[0] } : undefined
}

function factsOf(proof: Proof): readonly Fact[] {
  return impliedFacts({
    value: proof.value, clears: proof.clears ? kindSet(proof.clears) : 0, states: proof.states ? stateSet(proof.states) : 0,
  })
}

function isFunction(value: Value): boolean {
  if (value.op === 'choice') return value.alternatives.some((item) => isFunction(item.value))
  return value.op === 'closure' || value.op === 'native'
}

/** The argument as it is where the function accepted it. */
function accepted(machine: Evaluator, callee: Value, argument: Value): Value {
  const ran = machine.branch([], () => invoke(machine, callee, { args: [argument], rest: [], isNew: false, site: undefined }, undefined))
  if (!ran?.snapshot) return argument
  const truth = refine(ran.result, true)
  if (!truth) return machine.nothing
  const facts = [...ran.snapshot.facts.beyond(machine.state.facts), ...truth]
  return machine.table.choice([{ value: argument, facts }])
}

function settled(machine: Evaluator, executor: Value): Value {
  const values: Value[] = []
  const settle = machine.table.native(([value]) => {
    if (value) values.push(value)
    return machine.nothing
  })
  if (executor.op === 'closure') callClosure(machine, executor, [settle, machine.table.unknown('reject')], undefined)
  return values.length > 0 ? machine.table.oneOf(values) : machine.unknown
}

function store(machine: Evaluator, container: Value, values: readonly Value[], key: Value | undefined): void {
  if (container.op === 'choice') {
    for (const item of container.alternatives) store(machine, item.value, values, key)
    return
  }
  if (container.op !== 'object') return
  if (key) {
    const [value] = values
    if (value) writeMember(machine, container, key.op === 'constant' ? String(key.constant) : '*', value)
    return
  }
  const before = contentsOf(machine, container)
  const closed = before.elements && before.elements.length + values.length <= machine.budget.maxElements
  machine.state.set(-container.id, closed && before.elements
    ? { ...before, elements: [...before.elements, ...values] }
    : { ...before, others: [...new Set([...before.others, ...values])] })
}
