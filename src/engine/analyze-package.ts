import createDebug from 'debug'
import type { SourceKind } from '../knowledge/kinds.ts'
import type { Budget } from './budget.ts'
import type { AnalysisWatch } from './explain/recorder.ts'
import { lineOf } from './facts/line-of.ts'
import type { FileFacts, Range } from './facts/ir.ts'
import { DeclarationLog } from './registrations/declaration-log.ts'
import { findDeclared } from './registrations/find-declared.ts'
import type { MadeObject } from './registrations/find-declared.ts'
import { findEntries } from './registrations/find-entries.ts'
import { findListed } from './registrations/find-listed.ts'
import { functionIn } from './registrations/function-in.ts'
import { locateFile } from './registrations/locate-file.ts'
import type { PackagePlace } from './registrations/locate-file.ts'
import { placeOfDraft } from './registrations/place-of-draft.ts'
import { runSetUp } from './registrations/run-set-up.ts'
import { messageGiven, toldMessage } from './registrations/told-message.ts'
import type { ToldMessage } from './registrations/told-message.ts'
import { placeOfSink } from './findings/place-of-sink.ts'
import type { Analysis, Finding, ListedTool, RawRead } from './findings/finding.ts'
import type { EvaluatorOptions, Site } from './flow/evaluator.ts'
import { Evaluator } from './flow/evaluator.ts'
import { findTaint } from './flow/find-taint.ts'
import type { Taint } from './flow/find-taint.ts'
import { invoke } from './flow/invoke.ts'
import { contentsOf, readMember } from './flow/read-member.ts'
import type { Source } from './flow/source.ts'
import type { Value } from './flow/values.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import type { Registration } from './registrations/registration.ts'
import type { HandlerDraft, HandlerParameter, RegistrationDraft, SinkUse } from './rows.ts'

const debug = createDebug('secure-mcp:analysis')
const PLAIN: Pick<AnalysisWatch, 'createMachine'> = { createMachine: (options) => new Evaluator(options) }

interface Handler {
  readonly registration: Registration
  readonly draft: HandlerDraft
  /** What the handler is run on where it tells messages apart by itself. */
  readonly message?: ToldMessage
}

interface Running {
  readonly registration: Registration
  toolName: Value | undefined
  readonly reads: Map<string, { value: Value; file: string; at: Range; tool: string | undefined; base: Value }>
}

export interface PackageOptions {
  /** Every file of the package; those that register something are where it starts. */
  readonly files: readonly FileFacts[]
  readonly index: KnowledgeIndex
  readonly budget: Budget
  readonly resolveImport: EvaluatorOptions['resolveImport']
  readonly isMcp: boolean
  readonly place: PackagePlace
  readonly isPlatform: EvaluatorOptions['isPlatform']
  readonly watch?: AnalysisWatch
}

/** Finds every registration that the files make and every flow from one into a sink. */
export function analyzePackage(options: PackageOptions): Analysis {
  return new PackageAnalysis(options).run()
}

class PackageAnalysis {
  private readonly machine: Evaluator
  private readonly options: PackageOptions
  private readonly queue: Handler[] = []
  private readonly registrations = new Map<string, { registration: Registration; reads: Set<string> }>()
  private readonly findings = new Map<string, Finding>()
  private readonly rawReads: RawRead[] = []
  private readonly listed: ListedTool[] = []
  private readonly declared: DeclarationLog
  private readonly objects: MadeObject[] = []
  private readonly calledSources = new Map<string, Source>()
  private running: Running | undefined
  private nextSource = 1

  constructor(options: PackageOptions) {
    this.options = options
    this.machine = (options.watch ?? PLAIN).createMachine({
      ...options,
      events: {
        onSink: (use, site) => { this.checkSink(use, site) },
        onEffect: (effect) => {
          if (this.running) this.declared.addEffect(effect, this.running.registration, this.toolsHere())
        },
        onRegistration: (draft, dialect, site) => { this.register(draft, dialect, site) },
        onSource: (kind, name, site) => this.sourceAt(kind, name, site),
        onMessage: (message, method) => {
          const told = toldMessage(this.machine, message, method)
          if (told) this.register(told.draft, told.dialect, told.site, told)
        },
        onObject: (object, file, at) => { this.objects.push({ object, file, at }) },
        onRead: (value, file, at) => { this.noteRead(value, file, at) },
      },
    })
    this.declared = new DeclarationLog(this.machine)
  }

  run(): Analysis {
    const { files, resolveImport, index, place } = this.options
    const entries = findEntries(files, resolveImport, (file) => locateFile(index, file.path, place).length > 0)
    runSetUp(this.machine, entries)
    this.declare(entries)
    this.machine.isSetup = false
    // Handlers may register more (a tool that is added when another is called).
    for (let next = this.queue.shift(); next; next = this.queue.shift()) this.runHandler(next)
    return {
      isMcp: this.options.isMcp,
      findings: [...this.findings.values()].sort((a, b) => a.at[0] - b.at[0] || a.kind.localeCompare(b.kind)),
      registrations: [...this.registrations.values()].map(({ registration, reads }) => {
        const effects = this.declared.effectsOf(registration)
        const capabilities = [...new Set(effects.map((effect) => effect.capability))].sort()
        return { registration, schemaState: registration.schemaState, reads: [...reads], capabilities, effects }
      }),
      rawReads: this.rawReads,
      listedTools: this.listed,
      declarations: this.declared.finish(),
    }
  }

  /** What is registered without a call, unless a call registered it too. */
  private declare(files: readonly FileFacts[]): void {
    const known = new Set(this.queue.map((item) => item.draft.handler))
    for (const { draft, dialect, site } of findDeclared(this.machine, files, this.options.place, this.objects)) {
      if (draft.handlers.some((item) => known.has(item.handler))) continue
      for (const item of draft.handlers) known.add(item.handler)
      this.register(draft, dialect, site)
    }
  }

  private register(draft: RegistrationDraft, dialect: string, site: Site, message?: ToldMessage): void {
    const named = draft.name?.op === 'constant' ? String(draft.name.constant) : undefined
    const { file, at } = placeOfDraft(draft, site)
    const registration: Registration = {
      kind: draft.kind, dialect, name: named, schemaState: draft.schemaState, file: file.path, line: lineOf(file, at[0]), at,
      ...(draft.schema ? { schema: draft.schema } : {}),
    }
    const key = `${file.path}:${at[0]}:${draft.kind}:${named ?? draft.handlers.map((item) => item.handler.id).join()}`
    this.machine.matters += 1
    if (this.registrations.has(key)) return
    this.registrations.set(key, { registration, reads: new Set() })
    this.declared.addRegistration(draft, registration)
    for (const item of draft.handlers) {
      this.queue.push({ registration, draft: { ...item, handler: functionIn(item.handler) }, ...(message ? { message } : {}) })
    }
  }

  private runHandler({ registration, draft, message }: Handler): void {
    const { machine } = this
    this.options.watch?.onHandler(registration)
    machine.steps = 0
    machine.memory.forgetHandler()
    machine.effects.length = 0
    machine.state = machine.root.fork()
    const running: Running = { registration, toolName: undefined, reads: new Map() }
    this.running = running
    const given = draft.parameters.map((parameter, index) => this.argument(parameter, registration, running, index))
    machine.message = message && messageGiven(machine, message, given)
    const args = message ? message.args : given
    const result = invoke(machine, draft.handler, { args, rest: [], isNew: false, site: undefined }, message?.self)
    machine.message = undefined
    if (registration.kind === 'tool-listing') this.noteListing(result, registration)
    this.keepReads(running)
    this.running = undefined
    machine.toolName = undefined
    if (machine.steps > machine.budget.maxSteps) {
      debug('budget spent in the handler of %s (%s:%d)', registration.name, registration.file, registration.line)
    }
  }

  private argument(parameter: HandlerParameter, registration: Registration, running: Running, index: number): Value {
    const { table } = this.machine
    if (parameter === 'clean') return table.unknown(`${registration.file}:${registration.at[0]}:${index}`)
    if ('fields' in parameter) {
      const object = table.object('instance')
      const fields = new Map(Object.entries(parameter.fields)
        .map(([name, inner]) => [name, this.argument(inner, registration, running, index)]))
      const others = parameter.rest ? [this.argument(parameter.rest, registration, running, index)] : []
      this.machine.state.set(-object.id, { fields, others })
      return object
    }
    if ('returns' in parameter) {
      const result = this.argument(parameter.returns, registration, running, index)
      return table.native(() => result)
    }
    if ('toolName' in parameter) {
      running.toolName = table.source(this.source({ kind: 'request-field', registration, name: 'name', isToolName: true }))
      this.machine.toolName = running.toolName
      return running.toolName
    }
    const { source: kind, name, schema, isRawArguments } = parameter
    return table.source(this.source({
      kind, registration, name, ...(schema ? { schema } : {}), ...(isRawArguments ? { isRawArguments } : {}),
    }))
  }

  private source(source: Omit<Source, 'id'>): Source {
    return { id: this.nextSource++, ...source }
  }

  private sourceAt(kind: SourceKind, name: string, site: Site): Value {
    const registration: Registration = {
      kind: 'call', dialect: 'settings', name, schemaState: 'none', file: site.file.path, line: lineOf(site.file, site.at[0]), at: site.at,
    }
    const key = `${site.file.path}:${site.at[0]}`
    let source = this.calledSources.get(key)
    if (!source) {
      source = this.source({ kind, registration, name: '' })
      this.calledSources.set(key, source)
    }
    return this.machine.table.source(source)
  }

  private checkSink(use: SinkUse, site: Site): void {
    this.machine.matters += 1
    const taint = findTaint(this.machine, use.value, use.kind, this.machine.state.facts)
    if (!taint) return
    const { registration } = taint.source
    const place = placeOfSink(use, site, this.machine.calls)
    const at = place.site.args[place.argument]?.at ?? place.site.at
    const key = `${place.site.file.path}:${at[0]}:${at[1]}:${use.kind}`
    if (this.findings.has(key)) return
    this.findings.set(key, {
      kind: use.kind, file: place.site.file.path, at, callAt: place.site.at, sink: use.name ?? place.site.callee,
      source: taint.source, path: taint.path, tool: registration.name ?? this.toolHere(taint), registration,
      route: this.machine.calls.slice(1, place.depth).map((call) => call.facts.name).filter((name) => name !== ''),
    })
  }

  /** The tool whose branch of a dispatch this is. */
  private toolHere(taint?: Taint): string | undefined {
    const value = this.running?.toolName
    if (!value) return undefined
    const equals = this.machine.state.facts.of(value)?.equals ?? taint?.facts.find((fact) => fact.value === value)?.equals
    return equals?.map(String).join(', ')
  }

  private toolsHere(): readonly string[] | undefined {
    const value = this.running?.toolName
    return value && this.machine.state.facts.of(value)?.equals?.map(String)
  }

  private noteRead(value: Value, file: FileFacts, at: Range): void {
    if (!this.running) return
    const field = rawField(value)
    if (!field) return
    const { running } = this
    const tool = this.toolHere()
    const key = `${tool ?? ''}:${field.name}`
    if (!running.reads.has(key)) running.reads.set(key, { value: field, file: file.path, at, tool, base: field.base })
  }

  /** Keeps one unchecked read for each tool of a handler that nothing parses for, and the names read without a schema. */
  private keepReads(running: Running): void {
    const { registration } = running
    const { checked } = this.machine
    const entry = [...this.registrations.values()].find((item) => item.registration === registration)
    const told = new Set<string | undefined>()
    for (const read of running.reads.values()) {
      if (read.value.op !== 'field') continue
      entry?.reads.add(read.value.name)
      if (checked.has(read.value.id) || checked.has(read.base.id) || told.has(read.tool)) continue
      told.add(read.tool)
      this.rawReads.push({ file: read.file, at: read.at, name: read.value.name, tool: read.tool, registration })
    }
  }

  private noteListing(result: Value, registration: Registration): void {
    const { machine } = this
    for (const { tool, list } of findListed(machine, result)) {
      this.declared.addListed(tool, list, registration)
      const contents = contentsOf(machine, tool)
      const name = readMember(machine, tool, 'name')
      this.listed.push({
        name: name.op === 'constant' ? String(name.constant) : undefined,
        hasSchema: contents.others.length > 0 || contents.fields.has('inputSchema'),
        file: tool.file?.path ?? registration.file, at: tool.at ?? registration.at,
      })
    }
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
