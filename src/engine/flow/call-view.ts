import { kindSet, stateSet } from './bits.ts'
import { callClosure } from './call-closure.ts'
import type { CallView, Proof } from '../rows.ts'
import type { Evaluator } from './evaluator.ts'
import { comesFromSource, findTaint } from './find-taint.ts'
import { impliedFacts } from './implied-facts.ts'
import type { Call } from './invoke.ts'
import { invoke } from './invoke.ts'
import { parsedValue, readSchema } from './parsed-value.ts'
import { contentsOf, readIndex, readMember, writeMember } from './read-member.ts'
import { refine } from './refine.ts'
import type { Fact, Value } from './values.ts'

/** The questions and answers that knowledge is given for one call. */
export function viewOf(machine: Evaluator, receiver: Value | undefined, call: Call): CallView {
  const { table } = machine
  const rest = call.rest.length > 0 ? table.oneOf(call.rest) : undefined
  const knownElements = (array: Value): readonly Value[] | undefined => {
    if (array.op !== 'object' || (array.kind !== 'array' && array.kind !== 'set')) return undefined
    const contents = contentsOf(machine, array)
    return contents.others.length === 0 ? contents.elements : undefined
  }
  const view: CallView = {
    args: rest ? [...call.args, rest] : call.args,
    receiver,
    isNew: call.isNew,
    isOpen: call.rest.length > 0,
    arg: (index) => call.args[index] ?? rest ?? machine.nothing,
    property: (object, name) => readMember(machine, object, name),
    entry: (container, key) => readIndex(machine, container, key),
    oneSided: (test, truthy) => table.test(truthy ? refine(test, true) ?? [] : [], truthy ? [] : refine(test, false) ?? []),
    collection: (kind, entries) => {
      const made = table.object(kind)
      machine.state.set(-made.id, { fields: new Map(), ...(kind === 'set' ? { elements: [] } : {}), others: [] })
      for (const { key, value } of entries) store(machine, made, [value], kind === 'map' ? key ?? table.unknown('key') : undefined)
      return made
    },
    keys: (object) => (object.op === 'object' ? [...contentsOf(machine, object).fields.keys()] : undefined),
    elements: knownElements,
    element: (array) => readMember(machine, array, '*'),
    constant: (value) => constantOf(machine, value),
    alternatives: (value) => alternativesOf(value),
    parts: (text) => (text.op === 'text' ? text.parts : [text]),
    isFunction: (value) => isFunction(value),
    isTainted: (value, kind) => findTaint(machine, value, kind, machine.state.facts) !== undefined,
    comesFromSource: (value) => comesFromSource(machine, value, machine.state.facts),
    has: (value, state) => ((machine.state.facts.of(value)?.states ?? 0) & stateSet([state])) !== 0,
    call: (callee, args) => invoke(machine, callee, { args, rest: [], isNew: false, site: call.site }, undefined),
    accepted: (callee, argument) => accepted(machine, callee, argument),
    settled: (executor) => settled(machine, executor),
    store: (container, values, key) => { store(machine, container, values, key) },
    constantOf: (value) => table.constant(value),
    regex: (source, flags) => table.regex(source, flags),
    unknown: (label) => table.unknown(label),
    derived: (name, inputs, clears) => table.derived(name, inputs, clears ? kindSet(clears) : 0),
    text: (parts) => table.text(parts),
    oneOf: (values) => table.oneOf(values),
    array: (elements, others) => {
      const array = table.object('array')
      machine.state.set(-array.id, { fields: new Map(), ...(elements ? { elements } : {}), others: others ?? [] })
      return array
    },
    object: (fields) => {
      const object = table.object('object')
      machine.state.set(-object.id, { fields: new Map(Object.entries(fields)), others: [] })
      return object
    },
    proves: (whenTrue, whenFalse) => {
      const yes = whenTrue.flatMap(factsOf)
      const no = (whenFalse ?? []).flatMap(factsOf)
      for (const fact of [...yes, ...no]) machine.checked.add(fact.value.id)
      return table.test(yes, no)
    },
    schema: (value) => readSchema(machine, value, view),
    parsed: (input, schema) => parsedValue(machine, input, schema),
  }
  return view
}

function alternativesOf(value: Value): readonly Value[] {
  return value.op === 'choice' ? value.alternatives.flatMap((item) => alternativesOf(item.value)) : [value]
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
  return value.op === 'closure' || value.op === 'native' || (value.op === 'choice' && value.alternatives.some((item) => isFunction(item.value)))
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
