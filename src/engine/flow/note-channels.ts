import type { Channel } from '../../knowledge/kinds.ts'
import type { AskedSecret, ChannelUse } from '../confidential-rows.ts'
import type { Expression } from '../facts/ir.ts'
import type { Disclosure } from '../findings/disclosure.ts'
import { outermostGiven } from '../findings/place-of-sink.ts'
import type { CallKnowledge } from '../knowledge-index.ts'
import type { CallView } from '../rows.ts'
import type { ActiveCall, Evaluator, Site } from './evaluator.ts'
import { CAUGHT, findHeld } from './find-held.ts'
import type { Frame } from './frame.ts'
import { noteLog } from './note-failures.ts'
import { rangeOf } from './range-of.ts'
import type { Value } from './values.ts'

/** Where errors belong. */
const ERRORS_BELONG: ReadonlySet<Channel> = new Set(['log', 'error-text'])

/** Notes what a call lets out, as its rows say. */
export function noteChannels(machine: Evaluator, knowledge: CallKnowledge, view: CallView, site: Site): void {
  for (const row of knowledge.calls) {
    for (const use of row.channels?.(view) ?? []) noteChannel(machine, use, site)
    for (const use of row.asks?.(view) ?? []) noteAsked(machine, use, site)
    const stdio = row.stdio?.(view)
    if (stdio) machine.events.onStdio?.(stdio, site)
  }
}

/** What a form asks for is told where it is written, wherever it is sent from. */
function noteAsked(machine: Evaluator, { name, object, property }: AskedSecret, { callee }: Site): void {
  if (object.op !== 'object' || !object.file || !object.at) return
  tellDisclosure(machine, { channel: 'form', kind: 'asked', name, file: object.file.path, at: object.at, property, sink: callee })
}

/** Notes what of an argument is confidential, at the call that was given it by name or by text. */
export function noteChannel(machine: Evaluator, { channel, value, argument }: ChannelUse, site: Site): void {
  if (channel === 'log' || channel === 'notification') noteLog(machine)
  const found = findHeld(machine, value, machine.state.facts)
    .filter(({ kind }) => !ERRORS_BELONG.has(channel) || (kind !== 'error' && kind !== 'stack'))
  if (found.length === 0) return
  const { calls } = machine
  // A logger of the package is not at fault for what it is given.
  const place = outermostGiven(value, { site, argument, depth: calls.length }, calls, isCallback)
  const at = place.site.args[place.argument]?.at ?? place.site.at
  const { file, callee } = place.site
  for (const { kind, name, carrier } of found) {
    const isHere = carrier?.file === file && at[0] <= carrier.at[0] && carrier.at[1] <= at[1]
    tellDisclosure(machine, {
      channel, kind, name, file: file.path, sink: callee,
      ...(isHere ? { at: carrier.at, property: carrier.property } : { at }),
    })
  }
}

/** Notes what the running handler returns, or throws where nothing catches it: that goes to the client. */
export function noteEnd(machine: Evaluator, value: Value, expression: Expression, frame: Frame, isThrown: boolean): void {
  const { isSetup, calls, throwTargets, state } = machine
  if (isSetup || !state.alive || calls.length === 0) return
  if (isThrown ? throwTargets.length > 0 || isRethrown(value) : calls.length > 1) return
  for (const { kind, name, carrier } of findHeld(machine, value, state.facts)) {
    const { file, at } = carrier ?? { file: frame.file, at: rangeOf(expression) ?? frame.facts.at }
    tellDisclosure(machine, {
      channel: 'response', kind, name, file: file.path, at, sink: '',
      ...(carrier ? { property: carrier.property } : {}),
    })
  }
}

/** Tells of something let out, and remembers it for the calls that are not run a second time. */
export function tellDisclosure(machine: Evaluator, disclosure: Disclosure): void {
  machine.matters += 1
  machine.disclosed.push(disclosure)
  machine.events.onDisclosure?.(disclosure)
}

/** A library calls back with arguments of its own. */
function isCallback({ facts }: ActiveCall, site: Site): boolean {
  return site.args.some(({ value }) => value.op === 'function' && value.id === facts.id)
}

/** What was caught and is thrown on as it is would have come out without a `catch` as well. */
function isRethrown(value: Value): boolean {
  if (value.op === 'choice') return value.alternatives.some((item) => isRethrown(item.value))
  return value.op === 'extern' && value.module === CAUGHT
}
