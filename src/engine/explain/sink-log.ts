import type { FileFacts, FunctionFacts, Range } from '../facts/ir.ts'
import { placeOfSink } from '../findings/place-of-sink.ts'
import type { Evaluator, Site } from '../flow/evaluator.ts'
import { comesFromSource, findTaint } from '../flow/find-taint.ts'
import type { Trail } from '../flow/find-taint.ts'
import { KnownFacts } from '../flow/known-facts.ts'
import type { Value } from '../flow/values.ts'
import type { Registration } from '../registrations/registration.ts'
import type { SinkUse } from '../rows.ts'
import { barriersOf } from './barriers-of.ts'
import type { Arrival, ExplainedSink, Place } from './explanation.ts'
import { judgeGuards } from './judge-guards.ts'
import { placeOf } from './place-of.ts'
import { Recorder, linesOf, toolIn } from './recorder.ts'
import { traceOf } from './trace-of.ts'

const RANKS: Readonly<Record<ExplainedSink['status'], number>> = { clean: 0, cleared: 1, reached: 2 }

/** Every sink that the machine comes to, explained while its state is at hand. */
export class SinkLog {
  readonly recorder: Recorder
  private readonly byKey = new Map<string, ExplainedSink>()
  private readonly onLine = new Set<ExplainedSink>()
  private readonly files: ReadonlyMap<string, FileFacts>
  private readonly file: FileFacts
  private readonly line: number

  constructor(files: readonly FileFacts[], file: FileFacts, line: number) {
    this.files = new Map(files.map((item) => [item.path, item]))
    this.file = file
    this.line = line
    this.recorder = new Recorder((machine, use, site) => { this.note(machine, use, site) })
  }

  /** In the order of their places. */
  all(): readonly ExplainedSink[] {
    return [...this.byKey.values()].sort((a, b) => compare(a.place.file, b.place.file) || a.place.at[0] - b.place.at[0])
  }

  isOnLine(sink: ExplainedSink): boolean {
    return this.onLine.has(sink)
  }

  wasRun(file: FileFacts, facts: FunctionFacts): boolean {
    const { machine } = this.recorder
    return facts.id === 0 ? machine?.modules.has(file.path) === true : machine?.visited.has(facts) === true
  }

  private note(machine: Evaluator, use: SinkUse, site: Site): void {
    const explained = this.explain(machine, use, site)
    const { registration, place, kind, tool } = explained
    const key = [kind, place.file, ...place.at, registration?.file, registration?.at[0], registration?.name, tool].join()
    const before = this.byKey.get(key)
    if (before && RANKS[before.status] >= RANKS[explained.status]) return
    this.byKey.set(key, explained)
    const inner = site.args[use.argument]?.at ?? site.at
    if (this.takes(place.file, explained.callAt, place.at) || this.takes(site.file.path, site.at, inner)) this.onLine.add(explained)
  }

  /** Whether the line lies between the beginning of a call and the end of the argument in question. */
  private takes(path: string, call: Range, argument: Range): boolean {
    const { file, line } = this
    return path === file.path && linesOf(file, call)[0] <= line && line <= linesOf(file, argument)[1]
  }

  private explain(machine: Evaluator, use: SinkUse, site: Site): ExplainedSink {
    const { recorder } = this
    const { facts } = machine.state
    const trail: Trail = { values: [], barriers: [] }
    const taint = findTaint(machine, use.value, use.kind, facts, trail)
    const place = placeOfSink(use, site, machine.calls)
    const registration = taint?.source.registration ?? recorder.running
    const dispatched = toolIn(facts.values()) ?? toolIn(taint?.facts ?? [])
    const barriers = taint ? [] : barriersOf(machine, recorder, trail, use.kind)
    const isCleared = barriers.length > 0 || comesFromSource(machine, use.value, KnownFacts.NONE)
    const flow = taint && { machine, recorder, place, values: trail.values, registration: taint.source.registration }
    return {
      kind: use.kind, sink: use.name ?? place.site.callee,
      place: placeOf(place.site.file, place.site.args[place.argument]?.at ?? place.site.at), callAt: place.site.at,
      status: taint ? 'reached' : isCleared ? 'cleared' : 'clean',
      registration, registered: registration && this.placeOfRegistration(registration), tool: registration?.name ?? dispatched,
      ...(taint ? { taint } : {}),
      steps: flow ? traceOf(flow) : [], guards: flow ? judgeGuards(flow, use.kind, dispatched) : [], barriers,
      arrives: arrivalOf(use.value),
    }
  }

  private placeOfRegistration({ file, at, line }: Registration): Place {
    const facts = this.files.get(file)
    return facts ? placeOf(facts, at) : { file, line, column: 1, at }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function arrivalOf(value: Value): Arrival {
  switch (value.op) {
    case 'constant':
      return { is: 'constant', name: typeof value.constant === 'string' ? JSON.stringify(value.constant) : String(value.constant) }
    case 'extern':
      return { is: 'extern', name: value.module === 'global' ? value.path : `${value.module}: ${value.path}` }
    case 'source':
      return { is: 'tool-name', name: '' }
    default:
      return { is: 'unknown', name: '' }
  }
}
