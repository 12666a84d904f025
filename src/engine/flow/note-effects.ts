import type { CallKnowledge } from '../knowledge-index.ts'
import type { CallView, EffectUse } from '../rows.ts'
import type { Evaluator, Site } from './evaluator.ts'
import { routeOf } from './route-of.ts'

/** What a call did to the world, and where. */
export interface NotedEffect extends EffectUse {
  /** What the text calls it: `fs.writeFile`. */
  readonly name: string
  readonly site: Site
  /** The functions between the handler and the call, outermost first. */
  readonly route: readonly string[]
}

/** Notes what a call of a library does: as its rows say, or else what its sinks let expect. */
export function noteEffects(machine: Evaluator, knowledge: CallKnowledge, view: CallView, site: Site): void {
  if (machine.isSetup) return
  if (knowledge.effects.length === 0 && knowledge.capabilities.size > 0 && !runsOwnCode(knowledge, view)) {
    const change = knowledge.calls.map((row) => row.change?.(view)).find((item) => item !== undefined)
    for (const capability of knowledge.capabilities) noteEffect(machine, { capability, ...(change ? { change } : {}) }, site)
  }
  for (const { capability, change } of knowledge.effects) {
    const certain = typeof change === 'function' ? change(view) : change
    noteEffect(machine, { capability, ...(certain ? { change: certain } : {}) }, site)
  }
}

/** Code that the author wrote is no capability: the function that `setTimeout` gets, a module imported by its name. */
function runsOwnCode({ sinks, calls }: CallKnowledge, view: CallView): boolean {
  const code = view.arg(0)
  const isOwn = view.isFunction(code) || view.constant(code) !== undefined
  return isOwn && (sinks.some(({ row }) => row.kind === 'code') || calls.some((row) => row.examples?.some(({ kind }) => kind === 'code')))
}

export function noteEffect(machine: Evaluator, use: EffectUse, site: Site): void {
  tellEffect(machine, { ...use, name: site.callee, site, route: routeOf(machine.calls) })
}

/** Tells of an effect, and remembers it for the calls that are not run a second time. */
export function tellEffect(machine: Evaluator, effect: NotedEffect): void {
  machine.matters += 1
  machine.effects.push(effect)
  machine.events.onEffect?.(effect)
}
