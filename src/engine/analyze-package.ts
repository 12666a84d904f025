import createDebug from 'debug'
import type { SourceKind } from '../knowledge/kinds.ts'
import type { Budget } from './budget.ts'
import type { AnalysisWatch } from './explain/recorder.ts'
import { lineOf } from './facts/line-of.ts'
import type { FileFacts } from './facts/ir.ts'
import { DeclarationLog } from './registrations/declaration-log.ts'
import { findDeclared } from './registrations/find-declared.ts'
import type { MadeObject } from './registrations/find-declared.ts'
import { findEntries } from './registrations/find-entries.ts'
import { functionIn } from './registrations/function-in.ts'
import { handlerPlaces } from './registrations/handler-places.ts'
import { isListing } from './registrations/is-listing.ts'
import { locateFile } from './registrations/locate-file.ts'
import type { PackagePlace } from './registrations/locate-file.ts'
import { namesIn } from './registrations/names-in.ts'
import { placeOfDraft } from './registrations/place-of-draft.ts'
import { runSetUp } from './registrations/run-set-up.ts'
import { messageGiven, toldMessage } from './registrations/told-message.ts'
import type { ToldMessage } from './registrations/told-message.ts'
import { describeProcess } from './findings/describe-process.ts'
import type { Analysis } from './findings/finding.ts'
import { findVariables } from './findings/find-variables.ts'
import { joinAnalyses } from './findings/join-analyses.ts'
import type { EvaluatorOptions, Site } from './flow/evaluator.ts'
import { Evaluator } from './flow/evaluator.ts'
import { invoke } from './flow/invoke.ts'
import type { Source } from './flow/source.ts'
import type { Value } from './flow/values.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import type { HandlerEffect } from './registrations/declaration.ts'
import type { Registration } from './registrations/registration.ts'
import { RunLog } from './run-log.ts'
import { findChangedFunctions } from './update/find-changed-functions.ts'
import { movePlaces } from './update/move-places.ts'
import { replaceCode } from './update/replace-code.ts'
import { runsAnyOf } from './update/runs-any-of.ts'
import type { TextEdit } from './update/text-edit.ts'
import type { HandlerDraft, HandlerParameter, RegistrationDraft } from './rows.ts'

const debug = createDebug('secure-mcp:analysis')
const PLAIN: Pick<AnalysisWatch, 'createMachine'> = { createMachine: (options) => new Evaluator(options) }

interface Handler {
  readonly registration: Registration
  readonly draft: HandlerDraft
  /** What the handler is run on where it tells messages apart by itself. */
  readonly message?: ToldMessage
  /** What its last run showed. */
  log?: RunLog
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

/** The analysis of one package: set up once, after which each handler is run by itself. */
export class PackageAnalysis {
  private readonly machine: Evaluator
  private readonly options: PackageOptions
  private readonly handlers: Handler[] = []
  private readonly registrations = new Map<string, Registration>()
  private readonly declared: DeclarationLog
  private readonly objects: MadeObject[] = []
  private readonly calledSources = new Map<string, Source>()
  private readonly setUp: RunLog
  private running: RunLog
  private nextSource = 1

  constructor(options: PackageOptions) {
    this.options = options
    this.machine = (options.watch ?? PLAIN).createMachine({
      ...options,
      events: {
        onSink: (use, site) => { this.running.checkSink(use, site) },
        onStdio: (use, site) => { this.setUp.addStream(use, site) },
        onDisclosure: (disclosure) => { this.running.addDisclosure(disclosure) },
        onEffect: (effect) => { this.running.addEffect(effect) },
        onLog: () => { this.running.addLog() },
        onFailure: (failure) => { this.running.addFailure(failure) },
        onRegistration: (draft, dialect, site) => { this.register(draft, dialect, site) },
        onSource: (kind, name, site) => this.sourceAt(kind, name, site),
        onMessage: (message, method) => {
          const told = toldMessage(this.machine, message, method)
          if (told) this.register(told.draft, told.dialect, told.site, told)
        },
        onObject: (object, file, at) => { this.objects.push({ object, file, at }) },
        onRead: (value, file, at) => { this.running.noteRead(value, file, at) },
      },
    })
    this.declared = new DeclarationLog(this.machine)
    this.setUp = new RunLog(this.machine, undefined)
    this.running = this.setUp
  }

  run(): Analysis {
    const { files, resolveImport, index, place } = this.options
    const entries = findEntries(files, resolveImport, (file) => locateFile(index, file.path, place).length > 0)
    runSetUp(this.machine, entries)
    this.declare(entries)
    this.machine.isSetup = false
    // Handlers may register more (a tool that is added when another is called).
    for (const handler of this.handlers) this.runHandler(handler)
    return this.describe()
  }

  /**
   * The analysis after an edit of one file that changes nothing but what handlers do: only those that run the changed code
   * are run again. `undefined` where the edit changes more; this analysis is then of no use any more.
   */
  update(after: FileFacts, edit: TextEdit): Analysis | undefined {
    const { machine } = this
    const file = this.options.files.find((item) => item.path === after.path)
    const isLasting = (id: number): boolean => [file?.functions[id]].some((code) => code !== undefined && machine.lasting.has(code))
    const ids = file && findChangedFunctions(file, after, isLasting)
    if (!ids || this.calledSources.size > 0 || ids.some(isLasting)) return undefined
    const changed = new Set(ids.map((id) => file.functions[id]))
    const runsChanged = runsAnyOf(changed)
    const stale = this.handlers.filter(({ log }) => log && runsChanged(log.ran))
    // What lists hold was made by the set-up, at places that are no more.
    if (stale.some(({ registration }) => isListing(registration))) return undefined
    if (!this.movePlaces(after, edit, (handler) => !stale.includes(handler))) return undefined
    replaceCode(file, after)
    // What was remembered of the file's other code tells of places as they were.
    machine.memory.forgetCode(runsAnyOf(new Set(file.functions)))
    const known = this.registrations.size
    for (const handler of stale) this.runHandler(handler)
    return this.registrations.size === known ? this.describe() : undefined
  }

  private movePlaces(after: FileFacts, edit: TextEdit, isKept: (handler: Handler) => boolean): boolean {
    const registrations = new Set<object>(this.registrations.values())
    const move = <Result>(result: Result): Result | undefined =>
      movePlaces(result, after, edit, (value) => registrations.has(value) || isSource(value))
    for (const registration of this.registrations.values()) {
      const moved = move({ ...registration })
      if (!moved) return false
      Object.assign(registration, moved)
    }
    const logs = [this.setUp, ...logsIn(this.handlers.filter(isKept))]
    return this.declared.movePlaces(move) && logs.every((log) => log.movePlaces(move))
  }

  private describe(): Analysis {
    const logs = [this.setUp, ...logsIn(this.handlers)]
    const handlersOf = new Map<Registration, Handler[]>([...this.registrations.values()].map((registration) => [registration, []]))
    for (const handler of this.handlers) handlersOf.get(handler.registration)?.push(handler)
    const effectsOf = (registration: Registration): HandlerEffect[] =>
      logsIn(handlersOf.get(registration) ?? []).flatMap((log) => log.effects)
    return joinAnalyses([{
      isMcp: this.options.isMcp,
      findings: logs.flatMap((log) => log.findings),
      disclosures: logs.flatMap((log) => log.disclosures),
      registrations: [...handlersOf].map(([registration, handlers]) => {
        const effects = effectsOf(registration)
        return {
          registration, schemaState: registration.schemaState, effects,
          reads: [...new Set(logsIn(handlers).flatMap((log) => [...log.names]))],
          capabilities: [...new Set(effects.map((effect) => effect.capability))].sort(),
          handlers: handlers.flatMap(({ draft }) => handlerPlaces(draft.handler)),
        }
      }),
      failures: logs.flatMap((log) => log.failures),
      process: describeProcess(this.machine, this.setUp.streams),
      environment: findVariables(this.options.files, this.options.resolveImport),
      rawReads: logs.flatMap((log) => log.rawReads),
      listedTools: logs.flatMap((log) => log.listed),
      declarations: this.declared.finish(logs.flatMap((log) => log.declared), {
        effectsOf, logsOf: (registration) => loggedTools(logsIn(handlersOf.get(registration) ?? [])),
        dispatched: logs.flatMap((log) => log.effects.filter((effect) => effect.tools)),
        dispatchedLogs: loggedTools(logs.filter(({ registration }) => registration?.kind === 'request')),
      }),
    }])
  }

  /** What is registered without a call, unless a call registered it too. */
  private declare(files: readonly FileFacts[]): void {
    const known = new Set(this.handlers.map((item) => item.draft.handler))
    for (const { draft, dialect, site } of findDeclared(this.machine, files, this.options.place, this.objects)) {
      if (draft.handlers.some((item) => known.has(item.handler))) continue
      for (const item of draft.handlers) known.add(item.handler)
      this.register(draft, dialect, site)
    }
  }

  private register(draft: RegistrationDraft, dialect: string, site: Site, message?: ToldMessage): void {
    for (const name of namesIn(draft.name)) this.registerAs(name, draft, dialect, site, message)
  }

  private registerAs(name: string | undefined, draft: RegistrationDraft, dialect: string, site: Site, message?: ToldMessage): void {
    const { file, at } = placeOfDraft(draft, site)
    const registration: Registration = {
      kind: draft.kind, dialect, name, schemaState: draft.schemaState, file: file.path, line: lineOf(file, at[0]), at,
      ...(draft.schema ? { schema: draft.schema } : {}),
    }
    const key = `${file.path}:${at[0]}:${draft.kind}:${name ?? draft.handlers.map((item) => item.handler.id).join()}`
    this.machine.matters += 1
    if (this.registrations.has(key)) return
    if (this.machine.isSetup) this.machine.steps = Math.max(0, this.machine.steps - this.machine.budget.stepsPerRegistration)
    this.registrations.set(key, registration)
    this.declared.addRegistration(draft, registration)
    for (const item of draft.handlers) {
      this.handlers.push({ registration, draft: { ...item, handler: functionIn(item.handler) }, ...(message ? { message } : {}) })
    }
  }

  private runHandler(handler: Handler): void {
    const { machine } = this
    const { registration, draft, message } = handler
    this.options.watch?.onHandler(registration)
    const log = new RunLog(machine, registration)
    handler.log = log
    this.running = log
    machine.startHandler(log.ran)
    machine.isListing = isListing(registration)
    const given = draft.parameters.map((parameter, index) => this.argument(parameter, registration, log, index))
    machine.message = message && messageGiven(machine, message, given)
    const args = message ? message.args : given
    const result = invoke(machine, draft.handler, { args, rest: [], isNew: false, site: undefined }, message?.self)
    log.finish(result, this.declared)
    if (machine.isSpent) {
      debug('budget spent in the handler of %s (%s:%d)', registration.name, registration.file, registration.line)
    }
  }

  private argument(parameter: HandlerParameter, registration: Registration, log: RunLog, index: number): Value {
    const { table } = this.machine
    if (parameter === 'clean') return table.unknown(`${registration.file}:${registration.at[0]}:${index}`)
    if ('fields' in parameter) {
      const object = table.object('instance')
      const fields = new Map(Object.entries(parameter.fields)
        .map(([name, inner]) => [name, this.argument(inner, registration, log, index)]))
      const others = parameter.rest ? [this.argument(parameter.rest, registration, log, index)] : []
      this.machine.state.set(-object.id, { fields, others })
      return object
    }
    if ('returns' in parameter) {
      const result = this.argument(parameter.returns, registration, log, index)
      return table.native(() => result)
    }
    if ('toolName' in parameter) {
      log.toolName = table.source(this.source({ kind: 'request-field', registration, name: 'name', isToolName: true }))
      this.machine.toolName = log.toolName
      return log.toolName
    }
    if ('address' in parameter) return table.derived('parse-url', [this.argument(parameter.address, registration, log, index)])
    if ('module' in parameter) return table.extern(parameter.module, parameter.path)
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
}

function logsIn(handlers: readonly Handler[]): RunLog[] {
  return handlers.flatMap(({ log }) => log ?? [])
}

function loggedTools(logs: readonly RunLog[]): ReadonlySet<string | undefined> {
  return new Set(logs.flatMap((log) => [...log.loggedTools]))
}

function isSource(value: object): boolean {
  return 'registration' in value && 'id' in value
}
