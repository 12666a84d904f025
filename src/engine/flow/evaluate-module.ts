import type { ExportFacts, FileFacts, Statement } from '../facts/ir.ts'
import { evaluate } from './evaluate-expression.ts'
import type { Evaluator, ModuleRecord } from './evaluator.ts'
import { executeAll } from './execute-statement.ts'
import { hoist } from './call-closure.ts'
import type { Frame } from './frame.ts'
import { variableKey } from './frame.ts'
import { readMember } from './read-member.ts'
import type { Value } from './values.ts'

/** Before the name of a module that belongs to the package and cannot be read. */
export const UNREAD = 'unread:'

/** Runs the top level of a module, once. In a cycle of imports a module is seen as far as it has come. */
export function evaluateModule(machine: Evaluator, file: FileFacts): ModuleRecord | undefined {
  const known = machine.modules.get(file.path)
  if (known) return known
  const facts = file.functions[0]
  if (!facts) return undefined
  const commonJs = machine.table.object('object')
  const own = machine.table.object('object')
  machine.root.set(-own.id, { fields: new Map(), others: [] })
  machine.root.set(-commonJs.id, { fields: new Map([['exports', own]]), others: [] })
  const frame = machine.frame(file, facts, undefined, undefined)
  const exports = new Map<string, ExportFacts>(file.exports.map((item) => [exportKey(item), item]))
  const record: ModuleRecord = { file, frame, commonJs, exports }
  machine.modules.set(file.path, record)
  machine.visited.add(facts)
  machine.lasting.add(facts)
  const state = machine.state
  const { targets, throwTargets, calls } = machine
  const saved = [targets.splice(0), throwTargets.splice(0), calls.splice(0)] as const
  machine.state = machine.root
  const { steps } = machine
  hoist(machine, facts, frame)
  const late = machine.isSetup ? 0 : 1
  machine.lateModules += late
  executeTopLevel(machine, facts.body, frame)
  machine.lateModules -= late
  machine.steps = steps
  machine.root.alive = true
  machine.state = state
  targets.push(...saved[0])
  throwTargets.push(...saved[1])
  calls.push(...saved[2])
  return record
}

/** The least that a declaration has. */
const MIN_STEPS = 2_000

/**
 * Each statement by itself. The more the declarations before it took, the less a declaration has: those of the frameworks in
 * a bundle leave enough for the code behind them.
 */
function executeTopLevel(machine: Evaluator, statements: readonly Statement[], frame: Frame): void {
  const { maxSteps, maxModuleSteps } = machine.budget
  let spent = 0
  for (const statement of statements) {
    const share = statement.op === 'bind' ? Math.max((maxModuleSteps - spent) / 8, MIN_STEPS) : maxSteps
    const start = Math.max(0, maxSteps - share)
    machine.steps = start
    executeAll(machine, [statement], frame)
    spent += machine.steps - start
    if (spent > 2 * maxModuleSteps) return
  }
}

/** The value that a module exports under a name; `undefined` where it exports nothing of that name. */
export function exportedValue(machine: Evaluator, file: FileFacts, name: string, depth = 0): Value | undefined {
  const record = evaluateModule(machine, file)
  if (!record || depth > 20) return undefined
  const entry = record.exports.get(name)
  if (entry && 'variable' in entry) {
    const stored = machine.state.get(variableKey(record.frame, entry.variable))
    if (stored && 'op' in stored) return stored
    const facts = file.variables[entry.variable]
    return facts?.import ? importedValue(machine, file, facts.import.module, facts.import.name, depth + 1) : undefined
  }
  if (entry && 'value' in entry) return evaluate(machine, entry.value, record.frame)
  if (entry && 'from' in entry && entry.name !== '*') return importedValue(machine, file, entry.from.module, entry.from.name, depth + 1)
  for (const star of file.exports) {
    if (star.name !== '*' || !('from' in star)) continue
    const target = machine.resolveImport(file, star.from.module)
    const value = target && exportedValue(machine, target, name, depth + 1)
    if (value) return value
  }
  const exported = readMember(machine, record.commonJs, 'exports')
  const own = readMember(machine, exported, name)
  if (own.op !== 'constant' || own.constant !== undefined) return own
  return name === 'default' && record.exports.size === 0 ? exported : undefined
}

/** What an import gives: a value of the package, something external by its access path, or the unknown. */
export function importedValue(machine: Evaluator, from: FileFacts, module: string, name: string, depth = 0): Value {
  const target = machine.resolveImport(from, module)
  if (target) {
    if (name === '*') return namespaceOf(machine, target)
    return exportedValue(machine, target, name, depth) ?? machine.unknown
  }
  if (module.startsWith('.') || module.startsWith('/') || module.startsWith('#')) {
    return machine.table.extern(`${UNREAD}${from.path}>${module}`, name === '*' || name === 'default' ? '' : name)
  }
  return machine.table.extern(module.replace(/^node:/u, ''), name === '*' || name === 'default' ? '' : name)
}

function namespaceOf(machine: Evaluator, target: FileFacts): Value {
  const record = evaluateModule(machine, target)
  if (!record) return machine.unknown
  if (record.exports.size === 0) return readMember(machine, record.commonJs, 'exports')
  const namespace = machine.table.object('object')
  const fields = new Map<string, Value>()
  for (const name of exportNames(machine, target, 0)) {
    const value = exportedValue(machine, target, name)
    if (value) fields.set(name, value)
  }
  machine.state.set(-namespace.id, { fields, others: [] })
  return namespace
}

function exportNames(machine: Evaluator, file: FileFacts, depth: number): string[] {
  if (depth > 20) return []
  return file.exports.flatMap((item) => {
    if (item.name !== '*') return [item.name]
    const target = 'from' in item ? machine.resolveImport(file, item.from.module) : undefined
    return target ? exportNames(machine, target, depth + 1) : []
  })
}

function exportKey(item: ExportFacts): string {
  return item.name === '*' && 'from' in item ? `*${item.from.module}` : item.name
}
