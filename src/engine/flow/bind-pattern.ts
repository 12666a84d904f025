import type { Pattern } from '../facts/ir.ts'
import { evaluate } from './evaluate-expression.ts'
import type { Evaluator } from './evaluator.ts'
import type { Frame } from './frame.ts'
import { frameOf, variableKey } from './frame.ts'
import { contentsOf, readIndex, readMember, writeMember } from './read-member.ts'
import { typedValue } from './typed-value.ts'
import type { Value } from './values.ts'

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
    writeMember(machine, evaluate(machine, expression.object, frame), expression.name, value)
  } else if (expression.op === 'index') {
    const object = evaluate(machine, expression.object, frame)
    const index = evaluate(machine, expression.index, frame)
    writeMember(machine, object, index.op === 'constant' ? String(index.constant) : '*', value)
  }
}

function restOf(machine: Evaluator, value: Value, taken: readonly unknown[]): Value {
  if (value.op !== 'object') return value
  const contents = contentsOf(machine, value)
  const fields = new Map([...contents.fields].filter(([name]) => !taken.includes(name)))
  const rest = machine.table.object('object')
  machine.state.set(-rest.id, { fields, others: contents.others })
  return rest
}
