import type { Evaluator } from './evaluator.ts'
import { callClosure } from './call-closure.ts'
import { fieldClears, schemaAt } from './schema-at.ts'
import type { Contents } from './state.ts'
import { isContents } from './merge-stored.ts'
import { ENTRIES } from './value-table.ts'
import type { ClassValue, ClosureValue, ObjectValue, Value } from './values.ts'

const EMPTY: Contents = { fields: new Map(), others: [] }

export function contentsOf(machine: Evaluator, object: ObjectValue): Contents {
  const stored = machine.state.get(-object.id)
  return stored && isContents(stored) ? stored : EMPTY
}

/** Reads a property; `*` reads any element. What is not there and not hidden is the constant `undefined`. */
export function readMember(machine: Evaluator, object: Value, name: string): Value {
  const { table } = machine
  const told = machine.message?.value === object ? machine.message.fields.get(name) : undefined
  if (told) return told
  switch (object.op) {
    case 'object':
      return readObject(machine, object, name)
    case 'derived':
      return object.name === ENTRIES ? table.oneOf(object.inputs) : readTainted(machine, object, name)
    case 'source':
    case 'field':
      return readTainted(machine, object, name)
    case 'extern':
      return name === '*' ? table.unknown(`${object.module}:${object.path}[]`)
        : table.extern(object.module, name === 'default' ? object.path : object.path === '' ? name : `${object.path}.${name}`, object)
    case 'choice':
      return table.choice(object.alternatives
        .filter((item) => item.value.op !== 'constant' || typeof item.value.constant === 'string')
        .map((item) => ({ value: readMember(machine, item.value, name), facts: item.facts })))
    case 'class':
      return readStatic(machine, object, name)
    case 'closure':
      return closureMember(machine, object, name)
    case 'unknown':
      return table.unknown(`${object.label}.${name}`)
    case 'text':
      return name === 'length' ? table.unknown('length') : table.derived('part', [object])
    default:
      return table.unknown(`${object.id}.${name}`)
  }
}

export function readIndex(machine: Evaluator, object: Value, index: Value): Value {
  const { table } = machine
  if (index.op === 'constant') return readMember(machine, object, String(index.constant))
  if (object.op === 'object' && object.kind !== 'array') {
    const contents = contentsOf(machine, object)
    // Which entry it is tells what the key was.
    const entries = [...contents.fields].map(([key, value]) => ({
      value, facts: keyFacts(index, key),
    }))
    if (entries.length === 0 && contents.others.length === 0) {
      const entry = table.unknown('entry')
      table.entryKeys.set(entry, index)
      return entry
    }
    const others = contents.others.map((value) => ({ value: readMember(machine, value, '*'), facts: [] }))
    return table.choice([...entries, ...others, { value: machine.nothing, facts: [] }])
  }
  const entry = readMember(machine, object, '*')
  for (const way of entry.op === 'choice' ? entry.alternatives.map((item) => item.value) : [entry]) table.entryKeys.set(way, index)
  return entry
}

function keyFacts(index: Value, key: string): { value: Value; clears: number; states: number; equals: string[] }[] {
  const isOpen = index.op === 'source' || index.op === 'field' || index.op === 'unknown'
  return isOpen ? [{ value: index, clears: -1, states: 0, equals: [key] }] : []
}

function readObject(machine: Evaluator, object: ObjectValue, name: string): Value {
  const { table } = machine
  const contents = contentsOf(machine, object)
  if (name === '*') {
    const others = contents.others.map((item) => elementOf(machine, object, item))
    const all = [...(contents.elements ?? []), ...contents.fields.values(), ...others]
    return all.length === 0 ? table.unknown('element') : table.oneOf(all)
  }
  const own = contents.fields.get(name)
  if (own) return own.op === 'closure' && own.facts.isGetter ? callClosure(machine, own, [], undefined, object) : own
  if (object.kind === 'array' && /^\d+$/u.test(name)) {
    const element = contents.elements?.[Number(name)]
    if (element) return element
    return contents.elements && contents.others.length === 0 ? machine.nothing : readObject(machine, object, '*')
  }
  const inherited = object.classValue && readInherited(machine, object, object.classValue, name)
  if (inherited) return inherited
  if (name === 'length' || name === 'size') return table.unknown('length')
  if (contents.others.length > 0 && object.kind !== 'array') {
    return table.oneOf(contents.others.map((item) => readMember(machine, item, name)))
  }
  return object.kind === 'object' ? machine.nothing : table.unknown(`${object.id}.${name}`)
}

/** `others` of an array are its elements; `others` of an object are what was spread into it. */
export function elementOf(machine: Evaluator, object: ObjectValue, other: Value): Value {
  return object.kind === 'array' || object.kind === 'set' ? other : readMember(machine, other, '*')
}

/** A method, or what a getter gives, as a class or one of its parents has it. */
export function readInherited(machine: Evaluator, object: ObjectValue, start: ClassValue, name: string): Value | undefined {
  for (let current: Value | undefined = start; current; current = current.op === 'class' ? current.parent : undefined) {
    if (current.op === 'extern') return machine.table.extern(current.module, `${current.path}.new.${name}`, object)
    if (current.op !== 'class') return undefined
    const { file, facts, frame } = current
    const method = facts.methods.find((item) => item.name === name && !item.isStatic && item.kind !== 'constructor' && item.kind !== 'set')
    const code = method && file.functions[method.function]
    if (!method || !code) continue
    const closure = machine.table.closure(file, code, frame, object)
    return method.kind === 'get' ? callClosure(machine, closure, [], undefined) : closure
  }
  return undefined
}

function setterOf(machine: Evaluator, object: ObjectValue, contents: Contents, name: string): ClosureValue | undefined {
  const own = contents.fields.get(`set ${name}`)
  if (own?.op === 'closure') return own
  for (let current: Value | undefined = object.classValue; current?.op === 'class'; current = current.parent) {
    const { file, facts, frame } = current
    const method = facts.methods.find((item) => item.name === name && !item.isStatic && item.kind === 'set')
    const code = method && file.functions[method.function]
    if (code) return machine.table.closure(file, code, frame, object)
  }
  return undefined
}

function readStatic(machine: Evaluator, value: ClassValue, name: string): Value {
  const stored = machine.state.get(-value.id)
  const own = stored && isContents(stored) ? stored.fields.get(name) : undefined
  if (own) return own
  const method = value.facts.methods.find((item) => item.name === name && item.isStatic)
  const code = method && value.file.functions[method.function]
  if (method && code) {
    const closure = machine.table.closure(value.file, code, value.frame, value)
    return method.kind === 'get' ? callClosure(machine, closure, [], undefined) : closure
  }
  return value.parent ? readMember(machine, value.parent, name) : machine.table.unknown(`${value.id}.${name}`)
}

function closureMember(machine: Evaluator, closure: Value, name: string): Value {
  const stored = machine.state.get(-closure.id)
  const own = stored && isContents(stored) ? stored.fields.get(name) : undefined
  if (own || name !== 'prototype') return own ?? machine.table.unknown(`${closure.id}.${name}`)
  const prototype = machine.table.object('object')
  machine.state.set(-prototype.id, EMPTY)
  writeMember(machine, closure, name, prototype)
  return prototype
}

function readTainted(machine: Evaluator, object: Value, name: string): Value {
  if (name === 'length' || name === 'size') return machine.table.unknown('length')
  const known = machine.state.facts.of(object)
  const schema = schemaAt(object)
  const inner = name === '*' ? schema?.element : schema?.fields?.get(name) ?? schema?.element
  if (schema?.fields && !schema.open && !inner && name !== '*') return machine.nothing
  return machine.table.field(object, /^\d+$/u.test(name) ? '*' : name, (known?.clears ?? 0) | fieldClears(schema, inner))
}

/** Writes a property: for good where the object is one, as a possibility where it is one of several. */
export function writeMember(machine: Evaluator, object: Value, name: string, value: Value): void {
  if (object.op === 'choice') {
    for (const item of object.alternatives) if (item.value.op === 'object') addOther(machine, item.value, name, value)
    return
  }
  if (object.op === 'closure' || object.op === 'class') {
    const stored = machine.state.get(-object.id)
    const before = stored && isContents(stored) ? stored : EMPTY
    machine.state.set(-object.id, { ...before, fields: new Map(before.fields).set(name, value) })
    return
  }
  if (object.op !== 'object') return
  const contents = contentsOf(machine, object)
  const setter = contents.fields.has(name) ? undefined : setterOf(machine, object, contents, name)
  if (setter) {
    callClosure(machine, setter, [value], undefined, object)
    return
  }
  // What is written again leaves the contents as they are: calls on them are remembered by these.
  if (contents.fields.get(name) === value) return
  if (name === '*') {
    // An unknown key: the value may stand anywhere.
    const other = object.kind === 'array' ? value : boxed(machine, value)
    if (!contents.others.includes(other)) machine.state.set(-object.id, { ...contents, others: [...contents.others, other] })
    return
  }
  if (object.kind === 'array' && /^\d+$/u.test(name)) {
    const elements = contents.elements ? [...contents.elements] : undefined
    if (elements && Number(name) <= elements.length) elements[Number(name)] = value
    machine.state.set(-object.id, elements ? { ...contents, elements } : { ...contents, others: [...contents.others, value] })
    return
  }
  machine.state.set(-object.id, { ...contents, fields: new Map(contents.fields).set(name, value) })
}

function addOther(machine: Evaluator, object: ObjectValue, name: string, value: Value): void {
  const before = contentsOf(machine, object)
  const old = before.fields.get(name)
  machine.state.set(-object.id, {
    ...before, fields: new Map(before.fields).set(name, old ? machine.table.oneOf([old, value]) : value),
  })
}

/** An object of which only this is known: any of its properties is the value. */
function boxed(machine: Evaluator, value: Value): Value {
  return machine.table.derived(ENTRIES, [value])
}
