import type { Argument, Expression, Property } from '../facts/ir.ts'
import { sideOf } from './asked-again.ts'
import { bindPattern } from './bind-pattern.ts'
import { callTagged, evaluateCall, importModule } from './evaluate-call.ts'
import { classValue } from './evaluate-class.ts'
import { importedValue } from './evaluate-module.ts'
import { comesFromSource } from './find-taint.ts'
import { noteAssigned } from './note-assigned.ts'
import { evaluateBinary, evaluateUnary } from './evaluate-operator.ts'
import type { Evaluator, MadeBy } from './evaluator.ts'
import type { Frame } from './frame.ts'
import { frameOf, variableKey } from './frame.ts'
import { contentsOf, readIndex, readMember } from './read-member.ts'
import { NO_WRITES } from './state.ts'
import { typedValue } from './typed-value.ts'
import { ENTRIES } from './value-table.ts'
import type { ObjectValue, Value } from './values.ts'

/** The value of an expression here. Never throws; past the budget everything is unknown. */
export function evaluate(machine: Evaluator, expression: Expression, frame: Frame): Value {
  if (!machine.spend()) return machine.unknown
  const { table } = machine
  switch (expression.op) {
    case 'constant':
      return table.constant(expression.value)
    case 'regex':
      return table.regex(expression.source, expression.flags)
    case 'variable':
      return asked(machine, readVariable(machine, expression.id, frame))
    case 'global':
      return readGlobal(machine, expression.name, frame)
    case 'this':
      return frame.self ?? machine.unknown
    case 'super':
      return machine.unknown
    case 'member': {
      const value = readMember(machine, evaluate(machine, expression.object, frame), expression.name)
      machine.events.onRead?.(value, frame.file, expression.at)
      return asked(machine, value)
    }
    case 'index': {
      const object = evaluate(machine, expression.object, frame)
      const value = readIndex(machine, object, evaluate(machine, expression.index, frame))
      machine.events.onRead?.(value, frame.file, expression.at)
      return asked(machine, value)
    }
    case 'call':
      return made(machine, evaluateCall(machine, expression, frame), expression, frame)
    case 'template':
      return made(machine, templateText(machine, expression.parts, frame), expression, frame)
    case 'tagged':
      return made(machine, callTagged(machine, expression, frame), expression, frame)
    case 'binary':
      return made(machine, evaluateBinary(machine, expression, frame), expression, frame)
    case 'logical':
      return evaluateLogical(machine, expression, frame)
    case 'unary':
      return evaluateUnary(machine, expression, frame)
    case 'conditional':
      return evaluateConditional(machine, expression, frame)
    case 'assign':
      return evaluateAssignment(machine, expression, frame)
    case 'object':
      return makeObject(machine, expression.properties, expression.at, frame)
    case 'array':
      return makeArray(machine, expression.elements, frame)
    case 'function': {
      const facts = frame.file.functions[expression.id]
      if (!facts) return machine.unknown
      const closure = table.closure(frame.file, facts, frame, facts.isArrow ? frame.self : undefined)
      machine.closures.set(facts, closure)
      return closure
    }
    case 'class':
      return classValue(machine, expression.id, frame)
    case 'await':
      return evaluate(machine, expression.operand, frame)
    case 'sequence':
      return expression.items.map((item) => evaluate(machine, item, frame)).at(-1) ?? machine.nothing
    case 'import': {
      const { source, at } = expression
      const site = { file: frame.file, at, args: [{ value: source, spread: false, at }], callee: 'import' }
      return importModule(machine, evaluate(machine, source, frame), frame, site)
    }
    case 'other':
      for (const part of expression.parts) evaluate(machine, part, frame)
      return machine.unknown
  }
}

function made(machine: Evaluator, value: Value, expression: MadeBy, frame: Frame): Value {
  machine.events.onValue?.(value, frame.file, expression)
  return value
}

/** Counts what is read of what may come from a source. */
function asked(machine: Evaluator, value: Value): Value {
  if (value.isTainted) machine.asked += 1
  return value
}

function readVariable(machine: Evaluator, id: number, frame: Frame): Value {
  const facts = frame.file.variables[id]
  if (!facts) return machine.unknown
  if (facts.import) return importedValue(machine, frame.file, facts.import.module, facts.import.name)
  const home = frameOf(frame, facts.owner)
  const stored = home && machine.state.get(variableKey(home, id))
  if (stored && 'op' in stored) return stored
  const unknown = machine.table.unknown(`${home?.id ?? frame.file.path}:${facts.name}`)
  return facts.type === undefined ? unknown : typedValue(machine, unknown, facts.type, frame.file)
}

function readGlobal(machine: Evaluator, name: string, frame: Frame): Value {
  if (name === 'exports' || name === 'module') {
    const commonJs = machine.modules.get(frame.file.path)?.commonJs
    if (commonJs) return name === 'module' ? commonJs : readMember(machine, commonJs, 'exports')
  }
  if (name === 'arguments') return argumentsOf(machine, frame)
  return machine.table.extern('global', name === 'globalThis' ? '' : name)
}

/** `arguments` are those of the nearest function that is no arrow. */
function argumentsOf(machine: Evaluator, frame: Frame): Value {
  let owner: Frame | undefined = frame
  while (owner?.facts.isArrow) owner = owner.parent
  const elements = machine.calls.findLast((call) => call.facts === owner?.facts)?.args
  const array = machine.table.object('array')
  machine.state.set(-array.id, { fields: new Map(), ...(elements ? { elements, others: [] } : { others: [] }) })
  return array
}

function templateText(machine: Evaluator, parts: readonly Expression[], frame: Frame): Value {
  return machine.table.text([machine.table.constant(''), ...parts.map((part) => textOf(machine, evaluate(machine, part, frame)))])
}

/** What a hole of a template becomes: an array is joined by commas. */
function textOf(machine: Evaluator, value: Value): Value {
  if (value.op !== 'object' || value.kind !== 'array') return value
  const contents = contentsOf(machine, value)
  const items = contents.elements && contents.others.length === 0 ? contents.elements : [readMember(machine, value, '*')]
  return machine.table.text(items.flatMap((item, index) => (index === 0 ? [item] : [machine.table.constant(','), item])))
}

function evaluateLogical(machine: Evaluator, expression: Expression & { op: 'logical' }, frame: Frame): Value {
  const left = evaluate(machine, expression.left, frame)
  const { operator } = expression
  const stays = operator === '??' ? [] : sideOf(machine, left, operator === '||')
  const leaves = operator !== '??' ? sideOf(machine, left, operator === '&&') : isNullish(left) === false ? undefined : []
  const right = machine.branch(leaves, () => evaluate(machine, expression.right, frame))
  if (!right) return left
  const staysHere = isNullish(left) === true && expression.operator === '??' ? undefined : stays
  machine.join([
    ...(staysHere ? [{ writes: NO_WRITES, facts: machine.state.facts }] : []),
    ...(right.snapshot ? [{ ...right.snapshot, facts: staysHere ? machine.state.facts : right.snapshot.facts }] : []),
  ])
  if (!staysHere) return right.result
  const truthy = expression.operator === '&&' ? false : true
  return machine.table.choice([
    { value: left, facts: staysHere, ...(expression.operator === '??' ? {} : { truthy }) },
    ...(right.snapshot ? [{ value: right.result, facts: leaves ?? [] }] : []),
  ])
}

function isNullish(value: Value): boolean | undefined {
  if (value.op === 'constant') return value.constant === undefined || value.constant === null
  return value.op === 'object' || value.op === 'closure' || value.op === 'class' || value.op === 'text' ? false : undefined
}

function evaluateConditional(machine: Evaluator, expression: Expression & { op: 'conditional' }, frame: Frame): Value {
  const test = evaluate(machine, expression.test, frame)
  const whenTrue = sideOf(machine, test, true)
  const whenFalse = sideOf(machine, test, false)
  const yes = machine.branch(whenTrue, () => evaluate(machine, expression.yes, frame))
  const no = machine.branch(whenFalse, () => evaluate(machine, expression.no, frame))
  const ways = [yes, no].filter((way) => way?.snapshot !== undefined)
  if (ways.length === 0) return machine.unknown
  machine.join(ways.flatMap((way) => (way?.snapshot ? [way.snapshot] : [])))
  return machine.table.choice([
    ...(yes?.snapshot ? [{ value: yes.result, facts: whenTrue ?? [] }] : []),
    ...(no?.snapshot ? [{ value: no.result, facts: whenFalse ?? [] }] : []),
  ])
}

function evaluateAssignment(machine: Evaluator, expression: Expression & { op: 'assign' }, frame: Frame): Value {
  const { operator, target } = expression
  if (operator === '=') {
    const value = evaluate(machine, expression.value, frame)
    bindPattern(machine, target, value, frame)
    noteAssigned(machine, expression, value, frame)
    return value
  }
  const before: Expression = target.op === 'variable' ? target
    : target.op === 'target' ? target.expression : { op: 'constant', value: undefined }
  const binary = operator.slice(0, -1)
  const value = binary === '||' || binary === '&&' || binary === '??'
    ? evaluateLogical(machine, { op: 'logical', operator: binary, left: before, right: expression.value }, frame)
    : evaluateBinary(machine, { op: 'binary', operator: binary, left: before, right: expression.value, at: expression.at }, frame)
  bindPattern(machine, target, value, frame)
  return value
}

function makeObject(machine: Evaluator, properties: readonly Property[], at: readonly [number, number], frame: Frame): ObjectValue {
  const object = machine.table.object('object', at, undefined, frame.file)
  const fields = new Map<string, Value>()
  const others: Value[] = []
  for (const property of properties.slice(0, machine.budget.maxElements)) {
    if (property.op === 'property') {
      const value = evaluate(machine, property.value, frame)
      fields.set(property.name, value.op === 'closure' && !value.self && !value.facts.isArrow ? boundTo(machine, value, object) : value)
    } else if (property.op === 'computed') {
      const key = evaluate(machine, property.key, frame)
      const value = evaluate(machine, property.value, frame)
      if (key.op === 'constant') fields.set(String(key.constant), value)
      else others.push(machine.table.derived(ENTRIES, [value]))
    } else {
      spreadInto(machine, evaluate(machine, property.value, frame), fields, others)
    }
  }
  machine.state.set(-object.id, { fields, others })
  if (machine.isSetup) machine.events.onObject?.(object, frame.file, at)
  return object
}

function boundTo(machine: Evaluator, closure: Value & { op: 'closure' }, self: Value): Value {
  return machine.table.closure(closure.file, closure.facts, closure.frame, self)
}

export function spreadInto(machine: Evaluator, value: Value, fields: Map<string, Value>, others: Value[]): void {
  if (value.op === 'object') {
    const contents = contentsOf(machine, value)
    for (const [name, item] of contents.fields) fields.set(name, item)
    others.push(...contents.others)
  } else if (value.op === 'choice') {
    for (const item of value.alternatives) {
      if (item.value.op !== 'constant') others.push(item.value)
    }
  } else if (value.op !== 'constant') {
    // What is spread later may stand over what is there.
    if (comesFromSource(machine, value, machine.state.facts)) {
      for (const [name, before] of fields) fields.set(name, machine.table.oneOf([before, readMember(machine, value, name)]))
    }
    others.push(value)
  }
}

function makeArray(machine: Evaluator, items: readonly Argument[], frame: Frame): ObjectValue {
  const list = evaluateList(machine, items, frame)
  const array = machine.table.object('array')
  const contents = list.others.length > 0 ? { others: [...list.values, ...list.others] } : { elements: list.values, others: [] }
  machine.state.set(-array.id, { fields: new Map(), ...contents })
  return array
}

/** Arguments or elements in order; past a spread of unknown length they have no place any more. */
export function evaluateList(machine: Evaluator, items: readonly Argument[], frame: Frame): { values: Value[]; others: Value[] } {
  const values: Value[] = []
  const others: Value[] = []
  for (const item of items.slice(0, machine.budget.maxElements)) {
    const value = evaluate(machine, item.value, frame)
    const list = others.length > 0 ? others : values
    if (!item.spread) {
      list.push(value)
      continue
    }
    const contents = value.op === 'object' ? contentsOf(machine, value) : undefined
    if (contents?.elements && contents.others.length === 0) list.push(...contents.elements)
    else others.push(readMember(machine, value, '*'))
  }
  return { values, others }
}
