import { joinPath } from '../access-path/parse-access-path.ts'
import type { Expression, Pattern } from '../facts/ir.ts'
import { isUnrecognised } from './call-builtin.ts'
import { viewOf } from './call-view.ts'
import { evaluate } from './evaluate-expression.ts'
import type { Evaluator } from './evaluator.ts'
import type { Frame } from './frame.ts'
import { frameOf, variableKey } from './frame.ts'
import { invoke } from './invoke.ts'
import { contentsOf, readIndex, readMember, writeMember } from './read-member.ts'
import { typedValue } from './typed-value.ts'
import type { Value } from './values.ts'

const NOTHING: Expression = { op: 'constant', value: undefined }

/** Binds a value to what a declaration, a parameter or an assignment names. */
export function bindPattern(machine: Evaluator, pattern: Pattern, value: Value, frame: Frame): void {
  switch (pattern.op) {
    case 'variable':
      machine.events.onRead?.(value, frame.file, pattern.at)
      setVariable(machine, pattern.id, value, frame)
      return
    case 'target':
      assignTo(machine, pattern, value, frame)
      return
    case 'default':
      bindPattern(machine, pattern.pattern, withDefault(machine, value, pattern, frame), frame)
      return
    case 'object':
      for (const property of pattern.properties) {
        const part = typeof property.key === 'string'
          ? readMember(machine, value, property.key)
          : readIndex(machine, value, evaluate(machine, property.key, frame))
        machine.events.onRead?.(part, frame.file, property.at)
        bindPattern(machine, property.pattern, part, frame)
      }
      if (pattern.rest) bindPattern(machine, pattern.rest, restOf(machine, value, pattern.properties.map((item) => item.key)), frame)
      return
    case 'array':
      pattern.elements.forEach((element, index) => {
        if (element) bindPattern(machine, element, readMember(machine, value, String(index)), frame)
      })
      if (pattern.rest) bindPattern(machine, pattern.rest, value, frame)
  }
}

export function setVariable(machine: Evaluator, id: number, value: Value, frame: Frame): void {
  const facts = frame.file.variables[id]
  if (!facts) return
  const home = frameOf(frame, facts.owner)
  if (!home) return
  const typed = facts.type === undefined ? value : typedValue(machine, value, facts.type, frame.file)
  machine.state.set(variableKey(home, id), typed)
}

function withDefault(machine: Evaluator, value: Value, pattern: Pattern & { op: 'default' }, frame: Frame): Value {
  if (value.op === 'constant') return value.constant === undefined ? evaluate(machine, pattern.value, frame) : value
  if (value.op === 'object' || value.op === 'closure' || value.op === 'class') return value
  const fallback = machine.branch([], () => evaluate(machine, pattern.value, frame))
  if (!fallback) return value
  return machine.table.oneOf([value, fallback.result])
}

function assignTo(machine: Evaluator, pattern: Pattern & { op: 'target' }, value: Value, frame: Frame): void {
  const { expression } = pattern
  if (expression.op === 'member') {
    const object = evaluate(machine, expression.object, frame)
    writeMember(machine, object, expression.name, value)
    registerAssigned(machine, object, expression, value, frame)
  } else if (expression.op === 'index') {
    const object = evaluate(machine, expression.object, frame)
    const index = evaluate(machine, expression.index, frame)
    if (index.op !== 'constant') noteKeyWrite(machine, [object, index, value, ...entryKeysOf(machine, object)], expression, frame)
    writeMember(machine, object, index.op === 'constant' ? String(index.constant) : '*', value)
  }
}

/** The computed keys under which an object was itself found. */
function entryKeysOf(machine: Evaluator, object: Value): Value[] {
  const ways = object.op === 'choice' ? object.alternatives.map((item) => item.value) : [object]
  return ways.flatMap((way) => machine.table.entryKeys.get(way) ?? [])
}

/** A property under a computed key: to a row, a call of `set-property` with object, key, value, and the keys that led to the object. */
function noteKeyWrite(machine: Evaluator, args: readonly Value[], { at }: Expression & { op: 'index' }, frame: Frame): void {
  const site = { file: frame.file, at, args: args.map(() => ({ value: NOTHING, spread: false, at })), callee: 'the property' }
  invoke(machine, machine.table.extern('global', 'set-property'), { args, rest: [], isNew: false, site }, undefined)
}

/** A handler that is registered by being assigned to a property of a server. */
function registerAssigned(
  machine: Evaluator, object: Value, { name, at }: Expression & { op: 'member' }, value: Value, frame: Frame,
): void {
  const rows = object.op === 'extern' ? machine.index.assignedTo(object.module, joinPath(object.path, name))
    : machine.isMcp && isUnrecognised(machine, object) ? machine.index.assignedTo('', name) : []
  if (rows.length === 0) return
  const site = { file: frame.file, at, args: [], callee: name }
  const view = viewOf(machine, object, { args: [value], rest: [], isNew: false, site })
  for (const { dialect, row } of rows) {
    for (const draft of [row.read(view) ?? []].flat()) machine.events.onRegistration(draft, dialect.name, site)
  }
}

function restOf(machine: Evaluator, value: Value, taken: readonly unknown[]): Value {
  // What is left of something of a library has its path, and itself as origin.
  if (value.op === 'extern' && taken.length > 0) return machine.table.extern(value.module, value.path, value)
  if (value.op !== 'object') return value
  const contents = contentsOf(machine, value)
  const fields = new Map([...contents.fields].filter(([name]) => !taken.includes(name)))
  const rest = machine.table.object('object')
  machine.state.set(-rest.id, { fields, others: contents.others })
  return rest
}
