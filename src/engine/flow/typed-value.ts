import type { FileFacts } from '../facts/ir.ts'
import type { Evaluator } from './evaluator.ts'
import { evaluateModule, importedValue } from './evaluate-module.ts'
import { variableKey } from './frame.ts'
import type { Value } from './values.ts'

/**
 * What an annotation adds to a value of which nothing else is known: an instance of a class of a library. Types prove
 * nothing of a value; they only tell whose methods are called on it.
 */
export function typedValue(machine: Evaluator, value: Value, type: string, file: FileFacts): Value {
  if (value.op !== 'unknown') return value
  const [head = '', ...members] = type.split('.')
  const variable = file.variables.findIndex((item) => item.owner === 0 && item.name === head)
  const facts = file.variables[variable]
  if (!facts) return value
  if (facts.import && !machine.resolveImport(file, facts.import.module)) {
    const own = facts.import.name === 'default' || facts.import.name === '*' ? [] : [facts.import.name]
    return machine.table.extern(facts.import.module.replace(/^node:/u, ''), [...own, ...members, 'new'].join('.'), value)
  }
  if (facts.import) {
    const imported = importedValue(machine, file, facts.import.module, facts.import.name)
    return imported.op === 'class' ? instanceStub(machine, value, imported) : value
  }
  const module = evaluateModule(machine, file)
  const declared = module && machine.state.get(variableKey(module.frame, variable))
  return declared && 'op' in declared && declared.op === 'class' ? instanceStub(machine, value, declared) : value
}

/** An instance whose constructor was not seen: its methods are those of the class, its fields are unknown. */
function instanceStub(machine: Evaluator, value: Value, declared: Value & { op: 'class' }): Value {
  const instance = machine.table.object('instance', undefined, declared)
  machine.state.set(-instance.id, { fields: new Map(), others: [value] })
  return instance
}
