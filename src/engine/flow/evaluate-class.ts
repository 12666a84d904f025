import { callClosure } from './call-closure.ts'
import { noteDecorated } from './decorate.ts'
import { evaluate } from './evaluate-expression.ts'
import type { Evaluator, Site } from './evaluator.ts'
import type { Frame } from './frame.ts'
import { contentsOf } from './read-member.ts'
import { typedValue } from './typed-value.ts'
import type { ClassValue, ObjectValue, Value } from './values.ts'

export function classValue(machine: Evaluator, id: number, frame: Frame): Value {
  const facts = frame.file.classes[id]
  if (!facts) return machine.unknown
  const parent = facts.parent ? evaluate(machine, facts.parent, frame) : undefined
  const value = machine.table.classOf(frame.file, facts, frame, parent)
  machine.classes.push(value)
  const fields = new Map<string, Value>()
  machine.state.set(-value.id, { fields, others: [] })
  for (const field of facts.fields) {
    if (field.isStatic && field.value) fields.set(field.name, evaluate(machine, field.value, { ...frame, self: value }))
  }
  noteDecorated(machine, value, frame)
  return value
}

/** `new C(...)` for a class of the package. */
export function instantiate(machine: Evaluator, value: ClassValue, args: readonly Value[], site: Site | undefined): ObjectValue {
  const instance = machine.table.object('instance', undefined, value)
  machine.state.set(-instance.id, { fields: new Map(), others: [] })
  construct(machine, value, instance, args, site, 0)
  return instance
}

/** An instance of which nothing is known but its class: what its constructor is given is unknown. */
export function anyInstance(machine: Evaluator, value: ClassValue): ObjectValue {
  const own = value.facts.methods.find((method) => method.kind === 'constructor')
  const params = (own && value.file.functions[own.function]?.params) ?? []
  return instantiate(machine, value, params.map((_, index) => machine.table.unknown(`${value.id}#${index}`)), undefined)
}

/** Runs the field initialisers and the constructor of a class, its parent's first, on an instance. */
export function construct(
  machine: Evaluator, value: Value, instance: ObjectValue, args: readonly Value[], site: Site | undefined, depth: number,
): void {
  if (value.op !== 'class' || depth > 10) return
  const { file, facts, frame } = value
  const own = facts.methods.find((method) => method.kind === 'constructor')
  const code = own && file.functions[own.function]
  if (value.parent && (!code || !callsSuper(code.body))) construct(machine, value.parent, instance, args, site, depth + 1)
  for (const field of facts.fields) {
    if (field.isStatic) continue
    const before = contentsOf(machine, instance)
    const initial = field.value
      ? evaluate(machine, field.value, { ...frame, self: instance })
      : before.fields.get(field.name) ?? machine.table.unknown(`${instance.id}.${field.name}`)
    const typed = field.type === undefined ? initial : typedValue(machine, initial, field.type, file)
    const after = contentsOf(machine, instance)
    machine.state.set(-instance.id, { ...after, fields: new Map(after.fields).set(field.name, typed) })
  }
  if (code) callClosure(machine, machine.table.closure(file, code, frame, instance), args, site)
}

function callsSuper(body: unknown): boolean {
  return JSON.stringify(body).includes('{"op":"super"}')
}
