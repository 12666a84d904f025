import createDebug from 'debug'
import type { SourceKind } from '../knowledge/kinds.ts'
import type { Budget } from './budget.ts'
import { lineOf } from './facts/line-of.ts'
import type { FileFacts, FunctionFacts, Range } from './facts/ir.ts'
import { findEntries } from './registrations/find-entries.ts'
import { functionIn } from './registrations/function-in.ts'
import { placeOfSink } from './findings/place-of-sink.ts'
import type { Analysis, Finding, ListedTool, RawRead } from './findings/finding.ts'
import { callClosure } from './flow/call-closure.ts'
import { viewOf } from './flow/call-view.ts'
import { instantiate } from './flow/evaluate-class.ts'
import { evaluateModule } from './flow/evaluate-module.ts'
import type { EvaluatorOptions, Site } from './flow/evaluator.ts'
import { Evaluator } from './flow/evaluator.ts'
import { findTaint } from './flow/find-taint.ts'
import type { Taint } from './flow/find-taint.ts'
import { invoke } from './flow/invoke.ts'
import { contentsOf, readMember } from './flow/read-member.ts'
import type { Source } from './flow/source.ts'
import type { ClosureValue, ObjectValue, Value } from './flow/values.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import type { Registration } from './registrations/registration.ts'
import type { HandlerDraft, HandlerParameter, RegistrationDraft, SinkUse } from './rows.ts'

const debug = createDebug('secure-mcp:analysis')

interface Handler {
  readonly registration: Registration
  readonly draft: HandlerDraft
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
  readonly isPlatform: EvaluatorOptions['isPlatform']
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
  private readonly objects: { object: ObjectValue; file: FileFacts; at: Range }[] = []
  private readonly calledSources = new Map<string, Source>()
  private running: Running | undefined
  private nextSource = 1

  constructor(options: PackageOptions) {
    this.options = options
    this.machine = new Evaluator({
      ...options,
      events: {
        onSink: (use, site) => { this.checkSink(use, site) },
        onRegistration: (draft, dialect, site) => { this.register(draft, dialect, site) },
        onSource: (kind, name, site) => this.sourceAt(kind, name, site),
        onObject: (object, file, at) => { this.objects.push({ object, file, at }) },
        onRead: (value, file, at) => { this.noteRead(value, file, at) },
      },
    })
  }

  run(): Analysis {
    this.setUp(findEntries(this.options.files, this.options.resolveImport))
    this.defineTools()
    this.machine.isSetup = false
    // Handlers may register more (a tool that is added when another is called).
    for (let next = this.queue.shift(); next; next = this.queue.shift()) this.runHandler(next)
    return {
      isMcp: this.options.isMcp,
      findings: [...this.findings.values()].sort((a, b) => a.at[0] - b.at[0] || a.kind.localeCompare(b.kind)),
      registrations: [...this.registrations.values()].map(({ registration, reads }) => ({
        registration, schemaState: registration.schemaState, reads: [...reads],
      })),
      rawReads: this.rawReads,
      listedTools: this.listed,
    }
  }

  /** Runs every top level, and then each function that registers something and that nothing called. */
  private setUp(files: readonly FileFacts[]): void {
    for (const file of files) evaluateModule(this.machine, file)
    for (const file of files) {
      for (const facts of file.functions) if (facts.mayRegister && facts.id !== 0) this.startFrom(file, facts, 0)
    }
  }

  private startFrom(file: FileFacts, facts: FunctionFacts, depth: number): void {
    const { machine } = this
    if (machine.visited.has(facts) || depth > 20) return
    const parent = file.functions[facts.parent]
    if (parent && parent.id !== 0 && !machine.visited.has(parent)) this.startFrom(file, parent, depth + 1)
    if (machine.visited.has(facts)) return
    machine.steps = 0
    machine.state = machine.root
    const closure = machine.closures.get(facts) ?? this.methodOf(file, facts)
    if (closure && !machine.visited.has(facts)) callClosure(machine, closure, unknownArguments(machine, facts), undefined)
    machine.root.alive = true
    machine.state = machine.root
  }

  /** Tools that are defined as objects and registered where it cannot be seen. */
  private defineTools(): void {
    const known = new Set(this.queue.map((item) => item.draft.handler))
    const view = viewOf(this.machine, undefined, { args: [], rest: [], isNew: false, site: undefined })
    for (const { object, file, at } of this.objects) {
      for (const { name, definition } of this.machine.index.definitions) {
        const draft = definition?.(object, view)
        if (!draft || draft.handlers.some((item) => known.has(item.handler))) continue
        this.register(draft, name, { file, at, args: [], callee: '' })
      }
    }
  }

  private methodOf(file: FileFacts, facts: FunctionFacts): ClosureValue | undefined {
    const { machine } = this
    const owner = machine.classes.find((item) => item.file === file && item.facts.methods.some((method) => method.function === facts.id))
    if (!owner) return undefined
    const method = owner.facts.methods.find((item) => item.function === facts.id)
    const self = method?.isStatic ? owner : instantiate(machine, owner, [], undefined)
    return machine.table.closure(file, facts, owner.frame, self)
  }

  private register(draft: RegistrationDraft, dialect: string, site: Site): void {
    const named = draft.name?.op === 'constant' ? String(draft.name.constant) : undefined
    const registration: Registration = {
      kind: draft.kind, dialect, name: named, schemaState: draft.schemaState,
      file: site.file.path, line: lineOf(site.file, site.at[0]), at: site.at,
      ...(draft.schema ? { schema: draft.schema } : {}),
      ...(draft.description ? { description: draft.description } : {}),
      ...(draft.annotations ? { annotations: draft.annotations } : {}),
    }
    const key = `${site.file.path}:${site.at[0]}:${draft.kind}:${named ?? ''}`
    if (this.registrations.has(key)) return
    this.registrations.set(key, { registration, reads: new Set() })
    for (const item of draft.handlers) {
      this.queue.push({ registration, draft: { ...item, handler: functionIn(item.handler) } })
    }
  }

  private runHandler({ registration, draft }: Handler): void {
    const { machine } = this
    machine.steps = 0
    machine.remembered.clear()
    machine.state = machine.root.fork()
    const running: Running = { registration, toolName: undefined, reads: new Map() }
    this.running = running
    const args = draft.parameters.map((parameter, index) => this.argument(parameter, registration, running, index))
    const result = invoke(machine, draft.handler, { args, rest: [], isNew: false, site: undefined }, undefined)
    if (registration.kind === 'tool-listing') this.noteListing(result, registration)
    this.keepReads(running)
    this.running = undefined
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
      this.machine.state.set(-object.id, { fields, others: [] })
      return object
    }
    if ('toolName' in parameter) {
      running.toolName = table.source(this.source({ kind: 'request-field', registration, name: 'name', isToolName: true }))
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
    const tools = readMember(machine, result, 'tools')
    if (tools.op !== 'object') return
    for (const tool of contentsOf(machine, tools).elements ?? []) {
      if (tool.op !== 'object' || !tool.at) continue
      const contents = contentsOf(machine, tool)
      const name = readMember(machine, tool, 'name')
      this.listed.push({
        name: name.op === 'constant' ? String(name.constant) : undefined,
        hasSchema: contents.others.length > 0 || contents.fields.has('inputSchema'),
        file: registration.file, at: tool.at,
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

function unknownArguments(machine: Evaluator, facts: FunctionFacts): Value[] {
  return facts.params.map((_, index) => machine.table.unknown(`${facts.id}#${index}`))
}
