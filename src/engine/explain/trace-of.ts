import type { FileFacts, FunctionFacts, Pattern } from '../facts/ir.ts'
import type { SinkPlace } from '../findings/place-of-sink.ts'
import type { ActiveCall, Evaluator } from '../flow/evaluator.ts'
import type { Value } from '../flow/values.ts'
import type { Registration } from '../registrations/registration.ts'
import type { Step } from './explanation.ts'
import { mentions } from './mentions.ts'
import { functionAround, placeOf } from './place-of.ts'
import type { Origin, Recorder } from './recorder.ts'
import { linesOf } from './recorder.ts'

/** A value on its way from a source to a sink, while the machine stands at the sink. */
export interface Flow {
  readonly machine: Evaluator
  readonly recorder: Recorder
  readonly place: SinkPlace
  /** From the source to the sink. */
  readonly values: readonly Value[]
  readonly registration: Registration
}

/** A place where the value was made, and which of the active calls it stands in; -1 for a function that has returned. */
interface Stop {
  readonly origin: Origin
  readonly around: FunctionFacts | undefined
  readonly depth: number
}

/** The steps from the handler to the sink, as far as places were recorded. Never throws. */
export function traceOf(flow: Flow): readonly Step[] {
  const { machine, place, registration } = flow
  const calls = machine.calls.slice(0, place.depth)
  const steps: Step[] = []
  let depth = 0
  const [handler] = calls
  if (handler && !isWithin(handler, registration)) {
    steps.push({ kind: 'handler', place: placeOf(handler.file, [handler.facts.at[0], handler.facts.at[0]]), name: handler.facts.name })
  }
  const enter = (target: number): void => {
    for (depth += 1; depth <= target; depth += 1) {
      const call = calls[depth]
      if (call) steps.push(stepInto(flow, call))
    }
    depth = target
  }
  for (const stop of stopsOf(flow, calls)) {
    if (stop.depth > depth) enter(stop.depth)
    const { op, file, at } = stop.origin
    const isReturn = op === 'call' && stop.depth >= 0 && steps.some((step) => step.kind === 'make' && isElsewhere(step, stop))
    steps.push({ kind: op === 'read' ? 'read' : isReturn ? 'return' : 'make', place: placeOf(file, at), name: stop.around?.name ?? '' })
  }
  if (calls.length - 1 > depth) enter(calls.length - 1)
  steps.push({ kind: 'sink', place: placeOf(place.site.file, place.site.at), name: place.site.callee })
  return steps.filter((step, index) => !steps.slice(index + 1).some((later) => covers(later, step)))
}

function isWithin({ file, facts }: ActiveCall, registration: Registration): boolean {
  return file.path === registration.file && registration.at[0] <= facts.at[0] && facts.at[1] <= registration.at[1]
}

function isElsewhere(step: Step, { origin, around }: Stop): boolean {
  return step.place.file !== origin.file.path || !around || step.place.at[0] < around.at[0] || step.place.at[1] > around.at[1]
}

function stepInto({ machine, values }: Flow, { facts, file, site, args }: ActiveCall): Step {
  if (!site) return { kind: 'callback', place: placeOf(file, [facts.at[0], facts.at[0]]), name: facts.name }
  const leaf = leafOf(values)
  const same = args.findIndex((item) => values.includes(item))
  const index = same >= 0 || !leaf ? same : args.findIndex((item) => mentions(machine, item, leaf))
  const pattern = facts.rest && index >= facts.params.length ? facts.params.at(-1) : facts.params[index]
  const parameter = pattern && nameOf(pattern, file)
  return { kind: 'call', place: placeOf(site.file, site.at), name: facts.name || site.callee, ...(parameter ? { parameter } : {}) }
}

function nameOf(pattern: Pattern, file: FileFacts): string | undefined {
  if (pattern.op === 'default') return nameOf(pattern.pattern, file)
  return pattern.op === 'variable' ? file.variables[pattern.id]?.name : undefined
}

/** The last property that was taken of the source, or the source itself: what tells this flow from others. */
export function leafOf(values: readonly Value[]): Value | undefined {
  const end = values.findIndex((value) => value.op !== 'source' && value.op !== 'field')
  return end < 0 ? values.at(-1) : values[end - 1]
}

function stopsOf({ recorder, values }: Flow, calls: readonly ActiveCall[]): readonly Stop[] {
  const leaf = leafOf(values)
  return values.flatMap((value) => {
    if (value.op === 'source' || (value.op === 'field' && value !== leaf && isField(values[values.indexOf(value) + 1]))) return []
    const stops = recorder.originsOf(value).map((origin) => {
      const around = functionAround(origin.file, origin.at)
      return { origin, around, depth: calls.findLastIndex((call) => call.facts === around) }
    })
    return value.op === 'field' ? present(whereRead(stops)) : whereMade(stops.filter(({ origin }) => origin.op !== 'read'))
  })
}

function isField(value: Value | undefined): boolean {
  return value?.op === 'field'
}

/**
 * Where a property is taken: in the outermost function, since deeper ones are given the same value, and there as late as
 * can be. Of one line, the widest expression says the most.
 */
function whereRead(stops: readonly Stop[]): Stop | undefined {
  const active = stops.filter((stop) => stop.depth >= 0)
  const outermost = Math.min(...active.map((stop) => stop.depth))
  const candidates = active.length > 0 ? active.filter((stop) => stop.depth === outermost) : stops
  const last = candidates.at(-1)
  if (!last) return undefined
  const line = lineIn(last)
  return candidates.filter((stop) => lineIn(stop) === line)
    .reduce((widest, stop) => (widthOf(stop) > widthOf(widest) ? stop : widest), last)
}

/** Where a value was made last; where a call gave it back, also where it was made in the function that has returned. */
function whereMade(stops: readonly Stop[]): readonly Stop[] {
  const index = stops.findLastIndex((stop) => stop.depth >= 0)
  const last = stops[index < 0 ? stops.length - 1 : index]
  if (!last) return []
  const before = stops[index - 1]
  return last.origin.op === 'call' && before && before.depth < 0 ? [before, last] : [last]
}

function lineIn({ origin }: Stop): string {
  return `${origin.file.path}:${linesOf(origin.file, origin.at)[0]}`
}

function widthOf({ origin }: Stop): number {
  return origin.at[1] - origin.at[0]
}

function present<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item]
}

/** A step whose text a later one on the same line shows as well. */
function covers(later: Step, step: Step): boolean {
  const [a, b] = [later.place, step.place]
  const isShown = step.kind === 'read' || step.kind === 'make'
  return isShown && a.file === b.file && a.line === b.line && a.at[0] <= b.at[0] && b.at[1] <= a.at[1] && a.at[1] - a.at[0] < 200
}
