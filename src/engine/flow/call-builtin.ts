import type { CallView, MethodRow, RegistrarRow } from '../rows.ts'
import { viewOf } from './call-view.ts'
import { UNREAD } from './evaluate-module.ts'
import type { Evaluator } from './evaluator.ts'
import type { Call } from './invoke.ts'
import { noteChannel } from './note-channels.ts'
import { noteEffect } from './note-effects.ts'
import { refine } from './refine.ts'
import type { Value } from './values.ts'

/** A method of the language's own values, a check known by its method's name, or a registration by name. */
export function callBuiltin(machine: Evaluator, receiver: Value, name: string, call: Call): Value | undefined {
  if (receiver.op === 'extern') return undefined
  const view = viewOf(machine, receiver, call)
  return callByName(machine, receiver, name, call, view)
}

/** Guards and rows that know a method by its name, whatever it is called on. */
export function callByName(machine: Evaluator, receiver: Value, name: string, call: Call, view: CallView): Value | undefined {
  for (const guard of machine.index.guard(name)) {
    const test = guard.prove(view)
    machine.events.onGuard?.(guard.name, view, test, call.site)
    if (test) return name === 'exec' || name === 'match' ? matched(machine, test, receiver, call) : test
  }
  const known = isUnrecognised(machine, receiver) ? 'by-name' : isForeign(machine, receiver) ? 'by-distinct-name' : undefined
  const registered = known && registerByName(machine, receiver, name, call, view, known)
  if (registered) return registered
  for (const row of machine.index.method(name)) {
    if (!fits(row.on, receiver, call)) continue
    if (call.site) {
      for (const use of row.sinks?.(view) ?? []) machine.events.onSink(use, call.site)
      for (const use of row.channels?.(view, name) ?? []) noteChannel(machine, use, call.site)
      const effect = machine.isSetup ? undefined : row.effect?.(view)
      if (effect) noteEffect(machine, effect, call.site)
    }
    const value = row.returns?.(view, name)
    if (value) return value
  }
  return undefined
}

/** A registration on a class of a framework that the package contains, as bundles do. */
export function callInlined(machine: Evaluator, receiver: Value, name: string, call: Call): Value | undefined {
  if (receiver.op !== 'object' || !receiver.classValue || machine.index.registrarByName(name).length === 0) return undefined
  return registerByName(machine, receiver, name, call, viewOf(machine, receiver, call), 'inlined')
}

/** How a receiver is known: a name that only registrations have is enough for what an unknown package made. */
type Known = 'by-name' | 'by-distinct-name' | 'inlined'

/** What a registration returns, where a row takes the call for one. */
function registerByName(
  machine: Evaluator, receiver: Value, name: string, call: Call, view: CallView, known: Known,
): Value | undefined {
  if (!machine.isMcp || !call.site) return undefined
  for (const { dialect, row, key } of machine.index.registrarByName(name)) {
    const drafts = fitsRow(row, receiver, view, known) ? row.read(view) : undefined
    if (!drafts) continue
    for (const draft of [drafts].flat()) machine.events.onRegistration(draft, dialect.name, call.site)
    return machine.table.extern(dialect.modules[0] ?? '', `${key}()`, receiver, [...call.args, ...call.rest])
  }
  return undefined
}

function fitsRow(row: RegistrarRow, receiver: Value, view: CallView, known: Known): boolean {
  if (known === 'inlined') {
    const has = view.methods(receiver)
    return row.inlinedWith?.every((method) => has.includes(method)) === true
  }
  if (typeof row.byName === 'function') return known === 'by-name' && row.byName(view)
  return row.byName === true
}

/** The sinks of a method of the package's own that its name gives away. */
export function tellHandedOn(machine: Evaluator, receiver: Value, name: string, call: Call): void {
  const rows = machine.index.method(name).filter((row) => row.isHandedOn)
  if (rows.length === 0 || !call.site) return
  const view = viewOf(machine, receiver, call)
  for (const row of rows) for (const use of row.sinks?.(view) ?? []) machine.events.onSink(use, call.site)
}

/** What a pattern found: the parts of the text that it was tried on, or `null`, each with what the outcome proves. */
function matched(machine: Evaluator, test: Value, receiver: Value, call: Call): Value {
  const [argument] = call.args
  const text = receiver.op === 'regex' ? argument ?? receiver : receiver
  return machine.table.choice([
    { value: machine.table.derived('match', [text]), facts: refine(test, true) ?? [], truthy: true },
    { value: machine.table.constant(null), facts: refine(test, false) ?? [] },
  ])
}

/** The receiver of a registration whose origin the file does not show; never a value that tool input made. */
export function isUnrecognised(machine: Evaluator, receiver: Value): boolean {
  if (receiver.op === 'extern') {
    // What a package of which nothing is known made of a server is taken for a server.
    return receiver.module.startsWith(UNREAD)
      || (receiver.args?.some((item) => item.op === 'extern' && machine.index.dialectModules.has(item.module)) ?? false)
  }
  return receiver.op === 'unknown' || (receiver.op === 'object' && receiver.kind === 'instance')
}

/** Made by a package that has MCP in its name and of which nothing else is known, such as an organisation's own server. */
function isForeign(machine: Evaluator, receiver: Value): boolean {
  return receiver.op === 'extern' && /\bmcp\b/u.test(receiver.module) && !machine.index.knows(receiver.module)
}

function fits(on: MethodRow['on'], receiver: Value, call: Call): boolean {
  switch (on) {
    case 'any':
      return true
    case 'array':
      // Something of a library that takes a function under the name of an array's method is as good as an array.
      return receiver.op === 'object' ? receiver.kind === 'array' : receiver.op !== 'extern' || call.args[0]?.op === 'closure'
    case 'list':
      return receiver.op === 'object' && receiver.kind === 'array'
    case 'map':
    case 'set':
      return receiver.op === 'object' && receiver.kind === on
    case 'text':
      return receiver.op !== 'object' && receiver.op !== 'extern'
  }
}
