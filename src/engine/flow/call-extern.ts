import { joinPath } from '../access-path/parse-access-path.ts'
import type { CallKnowledge } from '../knowledge-index.ts'
import type { CallView, FlowRow } from '../rows.ts'
import { callByName } from './call-builtin.ts'
import { viewOf } from './call-view.ts'
import { UNREAD } from './evaluate-module.ts'
import type { Evaluator } from './evaluator.ts'
import type { Call } from './invoke.ts'
import { runCallbacks } from './invoke.ts'
import { noteChannels } from './note-channels.ts'
import { noteEffects } from './note-effects.ts'
import { noteUnseen } from './note-failures.ts'
import { provenBy } from './proven-by.ts'
import type { ExternValue, Value } from './values.ts'

/** Calls something of another module or of the platform: what it does is what its rows say. */
export function callExtern(machine: Evaluator, callee: ExternValue, call: Call, receiver: Value | undefined): Value {
  const path = call.isNew ? joinPath(callee.path, 'new') : callee.path
  const knowledge = machine.index.call(callee.module, path)
  const view = viewOf(machine, receiver ?? (callee.args ? callee : callee.from), call)
  const isJudge = !knowledge && !machine.index.knows(callee.module) && !machine.isPlatform(callee.module)
  const result = machine.table.extern(callee.module, call.isNew ? path : `${path}()`, callee, [...call.args, ...call.rest], isJudge)
  if (!knowledge) {
    const name = callee.path.slice(callee.path.lastIndexOf('.') + 1)
    const byName = receiver && !call.isNew ? callByName(machine, receiver, name, call, view) : undefined
    if (byName) return byName
    if (callee.module !== 'global' && !machine.isPlatform(callee.module)) noteUnseen(machine, call.args)
    runCallbacks(machine, call)
    // Code of the package that cannot be read may have thrown unless its arguments were safe.
    if (callee.module.startsWith(UNREAD)) machine.learn(provenBy(result))
    return result
  }
  return applyKnowledge(machine, knowledge, view, namedBy(call, callee)) ?? result
}

/** A call of something that the text does not name, such as `promisify(exec)(…)`, goes by the name in its path. */
function namedBy(call: Call, callee: ExternValue): Call {
  if (!call.site || call.site.callee !== '') return call
  const name = /(\w+)\W*$/u.exec(callee.path)?.[1] ?? ''
  return { ...call, site: { ...call.site, callee: name } }
}

/** Reports the sinks of a call and gives what its rows say comes back, if any row says so. */
function applyKnowledge(machine: Evaluator, knowledge: CallKnowledge, view: CallView, call: Call): Value | undefined {
  const { site } = call
  for (const { dialect, row } of knowledge.registrars) {
    const drafts = row.read(view)
    if (site && drafts) for (const draft of [drafts].flat()) machine.events.onRegistration(draft, dialect.name, site)
  }
  if (site) {
    noteEffects(machine, knowledge, view, site)
    noteChannels(machine, knowledge, view, site)
    for (const { row, argument } of knowledge.sinks) {
      machine.events.onSink({ kind: row.kind, value: view.arg(argument), argument }, site)
    }
    for (const row of knowledge.calls) for (const use of row.sinks?.(view) ?? []) machine.events.onSink(use, site)
  }
  for (const guard of knowledge.guards) {
    const test = guard.prove(view)
    machine.events.onGuard?.(guard.name, view, test, site)
    if (test) return test
  }
  for (const row of knowledge.calls) {
    const value = row.returns?.(view)
    if (value) return value
  }
  const row = knowledge.calls.find((item) => item.callbacks)
  if (row || knowledge.registrars.length === 0) runCallbacks(machine, call, (callback) => row?.callbacks?.(view, callback) ?? [])
  const [flow] = knowledge.flows
  return flow && flowResult(machine, flow, view)
}

function flowResult(machine: Evaluator, row: FlowRow, view: CallView): Value | undefined {
  switch (row.returns) {
    case 'never':
      machine.state.alive = false
      return machine.unknown
    case 'clean':
      return machine.table.unknown(row.path)
    case 'receiver':
      return view.receiver
    case 'derived':
      return view.derived(row.path, row.from ? row.from.map((index) => view.arg(index)) : view.args, row.clears)
    default:
      return view.arg(Number(/\d+/u.exec(row.returns)?.[0] ?? 0))
  }
}
