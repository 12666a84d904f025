import type { Explanation, TriedGuard, UnsaidCall } from '../engine/explain/explanation.ts'
import { mentionHandler, mentionRegistration } from '../reporting/mention.ts'
import { describeProof, showPlace } from './describe-explanation.ts'
import type { Surroundings } from './describe-explanation.ts'

/** What else there is to say of a line, above all where there is no sink on it. */
export function describeNotes(explanation: Explanation, around: Surroundings): string[] {
  const { sinks, passing, registrations, tried, spent } = explanation
  const guarded = new Set(tried.map(({ place }) => place.at.join()))
  const unsaid = explanation.unsaid.filter(({ place }) => !guarded.has(place.at.join()))
  if (explanation.isTooLong) return ['The file is too long to be analysed: it is taken for a bundle, whose text nobody mends.']
  if (!explanation.isAnalysed) {
    return ['The package has nothing to do with MCP: neither a manifest nor this file names an MCP library, so no flow is looked for.']
  }
  const notes: string[] = []
  if (explanation.isAlone) {
    notes.push('The file was looked at alone: it has no package.json, or is not part of its package, as tests and examples are not.')
  }
  for (const { registration, flows } of registrations) {
    const found = flows.length === 0 ? 'Nothing that it is given reaches a sink uncleared.'
      : `What it is given reaches ${flows.map((flow) => describeFlow(flow.sink, showPlace(flow.place, around))).join(', ')}.`
    notes.push(`This line registers ${mentionHandler(registration, undefined)}. ${found}`)
  }
  notes.push(...tried.map((guard) => describeTried(guard, around)))
  notes.push(...unsaid.map((call) => describeCall(call, around)))
  if (sinks.length + passing.length + registrations.length + tried.length + unsaid.length === 0) {
    notes.push('There is nothing on this line that takes part in a flow: no call, no registration, and no step of a finding.')
  }
  if (!sinks.some((sink) => sink.status === 'reached')) {
    const handlers = spent.map((registration) => mentionRegistration(registration, undefined, around.cwd, ''))
    notes.push(...handlers.map((handler) => `The handler of ${handler} ran out of steps: what lies behind was not looked at.`))
  }
  return notes
}

function describeFlow(sink: string, { file, line }: { readonly file: string; readonly line: number }): string {
  return `${sink} (${file}:${line})`
}

function describeTried({ guards, place, proves }: TriedGuard, around: Surroundings): string {
  const shown = shorten(showPlace(place, around).code)
  if (proves.length === 0) return `${shown}: tried as ${guards.join(', ')}, and proves nothing of what it is asked here.`
  return `${shown}: guard ${guards.join(', ')}, proves ${proves.map(describeProof).join(', ')}.`
}

function shorten(code: string): string {
  return code.length > 60 ? `${code.slice(0, 59)}…` : code
}

function describeCall({ place, within, why }: UnsaidCall, around: Surroundings): string {
  const shown = shorten(showPlace(place, around).code)
  const inside = within === '' ? 'the code around it' : within
  return {
    evaluated: `${shown}: evaluated, and no sink that the tables know.`,
    'function-not-run': `${shown}: nothing that is registered was seen to call ${inside}, so the call was not looked at.`,
    'not-reached': `${shown}: ${inside} is run, but was never seen to come to this call.`,
  }[why]
}
