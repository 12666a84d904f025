import type { StdioUse } from './confidential-rows.ts'
import { lineOf } from './facts/line-of.ts'
import type { FileFacts, Range } from './facts/ir.ts'
import { keyOfDisclosure } from './findings/key-of-disclosure.ts'
import type { Disclosure } from './findings/disclosure.ts'
import type { Failure } from './findings/failure.ts'
import { placeOfSink } from './findings/place-of-sink.ts'
import type { Finding, ListedTool, RawRead, Stream } from './findings/finding.ts'
import { keyOfFinding } from './findings/key-of-finding.ts'
import type { RanCode } from './flow/call-memory.ts'
import type { Evaluator, Site } from './flow/evaluator.ts'
import { findTaint } from './flow/find-taint.ts'
import type { Taint } from './flow/find-taint.ts'
import type { NotedEffect } from './flow/note-effects.ts'
import type { FailureStage } from './flow/note-failures.ts'
import { contentsOf, readMember } from './flow/read-member.ts'
import { routeOf } from './flow/route-of.ts'
import type { Value } from './flow/values.ts'
import type { HandlerEffect } from './registrations/declaration.ts'
import type { DeclarationDraft, DeclarationLog } from './registrations/declaration-log.ts'
import { findListed } from './registrations/find-listed.ts'
import { namesIn } from './registrations/names-in.ts'
import { isListing } from './registrations/is-listing.ts'
import type { Registration } from './registrations/registration.ts'
import type { SinkUse } from './rows.ts'

interface Read {
  readonly value: Value & { op: 'field' }
  readonly file: string
  readonly at: Range
  readonly tool: string | undefined
}

/** What one run showed: that of a handler or, without a registration, that of the set-up. */
export class RunLog {
  readonly registration: Registration | undefined
  /** By place and kind. */
  private found = new Map<string, Finding>()
  rawReads: readonly RawRead[] = []
  listed: readonly ListedTool[] = []
  declared: readonly DeclarationDraft[] = []
  private out = new Map<string, Disclosure>()
  private stdio = new Map<string, Stream>()
  private done = new Map<string, HandlerEffect>()
  private failed = new Map<string, Failure & { readonly isPassed: boolean }>()
  /** The tools in whose branch of a dispatch it logs something; `undefined` stands for outside of any. */
  readonly loggedTools = new Set<string | undefined>()
  /** Names read from arguments that nothing parsed. */
  readonly names = new Set<string>()
  readonly ran: RanCode = { code: [] }
  /** What the handler was given as the name of the tool. */
  toolName: Value | undefined
  private readonly machine: Evaluator
  private readonly reads = new Map<string, Read>()

  constructor(machine: Evaluator, registration: Registration | undefined) {
    this.machine = machine
    this.registration = registration
  }

  checkSink(use: SinkUse, site: Site): void {
    const { machine } = this
    machine.matters += 1
    const taint = findTaint(machine, use.value, use.kind, machine.state.facts)
    if (!taint) return
    const { registration } = taint.source
    const place = placeOfSink(use, site, machine.calls)
    const at = place.site.args[place.argument]?.at ?? place.site.at
    const { kind } = use
    const file = place.site.file.path
    const key = keyOfFinding({ kind, file, at }).join(':')
    if (this.found.has(key)) return
    this.found.set(key, {
      kind, file, at, callAt: place.site.at, sink: use.name ?? place.site.callee,
      source: taint.source, path: taint.path, tool: registration.name ?? this.toolHere(taint), registration,
      route: routeOf(machine.calls, place.depth),
    })
  }

  addDisclosure(disclosure: Disclosure): void {
    const key = keyOfDisclosure(disclosure).join(':')
    if (!this.out.has(key)) this.out.set(key, disclosure)
  }

  addStream(use: StdioUse, { file: { path: file }, at, callee }: Site): void {
    this.stdio.set(`${use}:${file}:${at[0]}`, { use, file, at, callee })
  }

  addEffect(noted: NotedEffect): void {
    if (!this.registration) return
    const { capability, change, name, site, route } = noted
    const tools = this.toolsHere()
    const effect: HandlerEffect = {
      capability, name, route, tools, file: site.file.path, line: lineOf(site.file, site.at[0]), at: site.at, ...(change ? { change } : {}),
    }
    const key = `${capability}:${change ?? ''}:${effect.file}:${site.at[0]}:${tools?.join() ?? ''}`
    if (!this.done.has(key)) this.done.set(key, effect)
  }

  addLog(): void {
    for (const tool of this.toolsHere() ?? [undefined]) this.loggedTools.add(tool)
  }

  addFailure({ kind, file: { path: file }, at, stage, isLogged, isFixed }: FailureStage): void {
    const key = `${kind}:${file}:${at[0]}`
    const before = this.failed.get(key)
    this.failed.set(key, {
      kind, file, at, isLogged: isLogged || before?.isLogged === true, isFixed: isFixed && before?.isFixed !== false,
      isPassed: stage === 'passed' || before?.isPassed === true,
    })
  }

  noteRead(value: Value, file: FileFacts, at: Range): void {
    const field = this.registration && rawField(value)
    if (!field) return
    const tool = this.toolHere()
    const key = `${tool ?? ''}:${field.name}`
    if (!this.reads.has(key)) this.reads.set(key, { value: field, file: file.path, at, tool })
  }

  get findings(): readonly Finding[] {
    return [...this.found.values()]
  }

  get disclosures(): readonly Disclosure[] {
    return [...this.out.values()]
  }

  /** What is thrown on is left to whoever receives it. */
  get failures(): readonly Failure[] {
    return [...this.failed.values()].filter(({ isPassed }) => !isPassed)
      .map(({ kind, file, at, isLogged, isFixed }) => ({ kind, file, at, isLogged, isFixed }))
  }

  get streams(): readonly Stream[] {
    return [...this.stdio.values()]
  }

  get effects(): readonly HandlerEffect[] {
    return [...this.done.values()]
  }

  /** Moves the places in an edited file; false where one is no more. */
  movePlaces(move: <Result>(result: Result) => Result | undefined): boolean {
    const { found, out, stdio, rawReads, listed, declared, done, failed } = this
    const moved = move({ found, out, stdio, rawReads, listed, declared, done, failed })
    if (moved) Object.assign(this, moved)
    return moved !== undefined
  }

  /** Ends the run: one unchecked read is kept for each tool of a handler that nothing parses for. */
  finish(result: Value, declarations: DeclarationLog): void {
    const { registration, machine: { checked } } = this
    if (!registration) return
    if (isListing(registration)) this.noteListing(result, registration, declarations)
    const told = new Set<string | undefined>()
    const rawReads: RawRead[] = []
    for (const { value, file, at, tool } of this.reads.values()) {
      this.names.add(value.name)
      if (checked.has(value.id) || checked.has(value.base.id) || told.has(tool)) continue
      told.add(tool)
      rawReads.push({ file, at, name: value.name, tool, registration })
    }
    this.rawReads = rawReads
  }

  private noteListing(result: Value, registration: Registration, declarations: DeclarationLog): void {
    const { machine } = this
    const found = findListed(machine, result)
    this.declared = found.flatMap((item) => declarations.describeListed(item, registration))
    this.listed = found.filter(({ kind }) => kind === 'tool').flatMap(({ tool }) => {
      const contents = contentsOf(machine, tool)
      return namesIn(readMember(machine, tool, 'name')).map((name) => ({
        name, hasSchema: contents.others.length > 0 || contents.fields.has('inputSchema'),
        file: tool.file?.path ?? registration.file, at: tool.at ?? registration.at,
      }))
    })
  }

  private toolsHere(): readonly string[] | undefined {
    return this.toolName && this.machine.state.facts.of(this.toolName)?.equals?.map(String)
  }

  /** The tool whose branch of a dispatch this is. */
  private toolHere(taint?: Taint): string | undefined {
    const value = this.toolName
    if (!value) return undefined
    const equals = this.machine.state.facts.of(value)?.equals ?? taint?.facts.find((fact) => fact.value === value)?.equals
    return equals?.map(String).join(', ')
  }
}

/** A property read straight off arguments that nothing parsed. */
function rawField(value: Value): (Value & { op: 'field' }) | undefined {
  if (value.op === 'choice') {
    for (const item of value.alternatives) {
      const found = rawField(item.value)
      if (found) return found
    }
    return undefined
  }
  return value.op === 'field' && value.base.op === 'source' && value.base.source.isRawArguments === true ? value : undefined
}
