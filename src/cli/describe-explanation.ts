import path from 'node:path'
import type { Barrier, Explanation, JudgedGuard, Place, Proven, ExplainedSink as Sink, Step } from '../engine/explain/explanation.ts'
import type { Registration } from '../engine/registrations/registration.ts'
import type { ExplainReport, ExplainedGuard, ExplainedPlace, ExplainedSink, ExplainedStep } from '../formatters/explain-report.ts'
import { SINK_KINDS } from '../knowledge/kinds.ts'
import { mentionHandler, mentionRegistration, mentionSource } from '../reporting/mention.ts'
import { describeNotes } from './describe-notes.ts'

export interface Surroundings {
  readonly cwd: string
  /** The text of a file; empty where it cannot be read. */
  readonly readText: (file: string) => string
}

/** Puts into sentences what the engine recorded, and takes the code of each place from its file. */
export function describeExplanation(explanation: Explanation, around: Surroundings): Pick<ExplainReport, 'sinks' | 'passing' | 'notes'> {
  return {
    sinks: explanation.sinks.map((sink) => describeSink(sink, around)),
    passing: explanation.passing.map((sink) => describeSink(sink, around)),
    notes: describeNotes(explanation, around),
  }
}

/** Longer pieces of code are cut: a registration with its handler goes on for pages. */
const MAX_CODE = 160

export function showPlace({ file, line, column, at }: Place, { cwd, readText }: Surroundings): ExplainedPlace {
  const text = readText(file)
  const rest = at[1] > at[0] ? text.slice(...at) : text.slice(at[0]).split('\n', 1).join()
  const code = rest.replaceAll(/\s+/gu, ' ').trim()
  return {
    file: path.relative(cwd, file).split(path.sep).join('/'), line, column,
    code: code.length > MAX_CODE ? `${code.slice(0, MAX_CODE - 1)}…` : code,
  }
}

/** A property alone says little; the line around it shows what it is taken of. */
function lineAt({ file, at }: Place, { readText }: Surroundings): string {
  const text = readText(file)
  const end = text.indexOf('\n', at[0])
  return text.slice(text.lastIndexOf('\n', at[0] - 1) + 1, end < 0 ? text.length : end).trim()
}

function describeSink(sink: Sink, around: Surroundings): ExplainedSink {
  const { kind, status, registration, registered, tool } = sink
  const { meaning, cwe } = SINK_KINDS[kind]
  const start: ExplainedStep[] = status === 'reached' && registration && registered
    ? [{ ...showPlace(registered, around), step: 'registered', note: describeRegistration(registration, tool) }] : []
  return {
    ...showPlace({ ...sink.place, at: sink.callAt }, around), line: sink.place.line, column: sink.place.column,
    kind, meaning, cwe, status,
    from: describeOrigin(sink, around), summary: summarize(sink, meaning, around),
    steps: [...start, ...sink.steps.map((step) => describeStep(step, sink, around))],
    guards: [
      ...sink.guards.map((guard) => describeGuard(guard, around)),
      ...groupBarriers(sink.barriers).map((barriers) => describeBarriers(barriers, sink, around)),
    ],
  }
}

function summarize(sink: Sink, meaning: string, around: Surroundings): string {
  const { status, taint, registration, tool, arrives, barriers } = sink
  const from = registration ? ` of ${mentionRegistration(registration, tool, around.cwd, '')}` : ''
  const name = sink.sink || 'the call'
  const at = `${name} at ${showPlace(sink.place, around).file}:${sink.place.line}`
  if (status === 'reached' && taint && registration) {
    return `${mentionSource(taint)} of ${mentionHandler(registration, tool)} reaches ${name}, which takes ${meaning}.`
  }
  if (status === 'cleared') {
    const rest = barriers.length === 0 ? ' What clears it was not recorded.' : ''
    return `What arrives at ${at} (${meaning}) in the handler${from} comes from the client, but is cleared on the way.${rest}`
  }
  const what = {
    constant: `It is given the constant ${arrives.name}.`,
    extern: `It is given ${arrives.name}.`,
    'tool-name': 'It is given the name of the tool, which the server knows.',
    unknown: 'What it is given is made by the code itself, or comes out of code that is not followed.',
  }[arrives.is]
  const where = registration ? ` in the handler${from}` : ', which no handler was seen to call'
  return `Nothing that a client sends arrives at ${at} (${meaning})${where}. ${what}`
}

function describeOrigin({ taint, registration, tool }: Sink, { cwd }: Surroundings): string {
  const by = registration ? mentionRegistration(registration, tool, cwd, '') : 'no handler'
  return taint ? `${mentionSource(taint)} of ${by}` : by
}

function describeRegistration(registration: Registration, tool: string | undefined): string {
  const schema = {
    enforced: 'its schema is enforced before the handler runs',
    advertised: 'its schema is told to the client and enforced by nothing',
    none: 'no schema',
    unknown: 'a schema, if any, that cannot be read',
  }[registration.schemaState]
  return `${mentionHandler(registration, tool)}, registered as ${registration.dialect} does; ${schema}`
}

function describeStep(step: Step, sink: Sink, around: Surroundings): ExplainedStep {
  const name = step.name === '' ? 'a function without a name' : step.name
  const note = {
    handler: step.name === '' ? '' : `${step.name} is the handler`,
    read: '', make: '', return: '',
    call: step.parameter === undefined ? `enters ${name}` : `as ${step.parameter} of ${name}`,
    callback: `${name} is called back by the code that it was handed to`,
    sink: SINK_KINDS[sink.kind].meaning,
  }[step.kind]
  const place = showPlace(step.place, around)
  return { ...place, ...(step.kind === 'read' ? { code: lineAt(step.place, around) } : {}), step: step.kind, note }
}

function describeGuard({ guards, place, proves, verdict, about }: JudgedGuard, around: Surroundings): ExplainedGuard {
  const other = about && showPlace(about, around)
  const why = {
    nothing: `${guards.length > 1 ? 'no guard that it may be proves anything' : 'proves nothing'} of what it is asked here.`,
    'other-kind': 'another kind of sink.',
    'form-only': 'that form alone is not enough.',
    'other-value': `but not of the value that arrives${other ? `: of ${other.code} (${other.file}:${other.line})` : ''}.`,
    'wrong-side': 'the sink stands on the other side.',
    undecided: 'no branch rests on it alone.',
    'other-way': 'the sink is also reached on a way on which it does not hold.',
  }[verdict]
  const proof = proves.map(describeProof).join(', ')
  return {
    ...showPlace(place, around), guard: guards.join(', '), counts: false,
    why: proof === '' ? why : `proves ${proof}; ${why}`,
  }
}

/** `path where true`: what a guard proves on one side. */
export function describeProof({ when, kinds, states }: Proven): string {
  const clears = kinds === 'all' ? 'every kind' : kinds.join(', ')
  return [clears, states.join(', ')].filter((part) => part !== '').join(', ') + (when ? ' where true' : ' where false')
}

/** Several values may be clear for one reason, such as the alternatives of a path that was checked. */
function groupBarriers(barriers: readonly Barrier[]): readonly (readonly [Barrier, ...Barrier[]])[] {
  const groups = new Map<string, [Barrier, ...Barrier[]]>()
  for (const barrier of barriers) {
    const { by, guard, place, when, constants } = barrier
    const key = place ? JSON.stringify([by, guard, place.file, place.at, when, constants]) : String(groups.size)
    const group = groups.get(key)
    if (group) group.push(barrier)
    else groups.set(key, [barrier])
  }
  return [...groups.values()]
}

function describeBarriers(barriers: readonly [Barrier, ...Barrier[]], sink: Sink, around: Surroundings): ExplainedGuard {
  const [barrier] = barriers
  const made = barrier.made && showPlace(barrier.made, around)
  const names = barriers.map((item) => (item.value === '' && item.made ? showPlace(item.made, around).code : item.value))
  const value = [...new Set(names.map((name) => (name === '' ? 'the value' : name)))].join(' or ')
  const side = barrier.when ? 'true' : 'false'
  const why = {
    guard: `where it is ${side}, ${value} is clear of ${sink.kind}.`,
    comparison: `where it is ${side}, ${value} is what no client chose.`,
    'unread-check': `code that cannot be read answers for ${value}, and is believed.`,
    constants: `${value} can only be ${barrier.constants?.join(', ') ?? ''} here.`,
    fact: `${value} was proved clear of ${sink.kind} on the way; where is not recorded.`,
    schema: `what the schema accepts as ${value} is clear of ${sink.kind}.`,
    'unread-schema': `a part of the schema of ${value} cannot be read, so nothing is held against it.`,
    sanitizer: `its result is clear of ${sink.kind}.`,
    form: sink.kind === 'path'
      ? `${value} does not climb, and what it is joined to holds it.` : `${value} is escaped for the quotes that it stands in.`,
  }[barrier.by]
  const place = barrier.place ? showPlace(barrier.place, around) : made ?? { ...showPlace(sink.place, around) }
  return { ...place, guard: barrier.guard ?? NAMES[barrier.by], counts: true, why }
}

const NAMES: Readonly<Record<Barrier['by'], string>> = {
  guard: 'guard', comparison: 'comparison', 'unread-check': 'unread check', constants: 'constants', fact: 'check',
  schema: 'schema', 'unread-schema': 'unread schema', sanitizer: 'sanitizer', form: 'form',
}
