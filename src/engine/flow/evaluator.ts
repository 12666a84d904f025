import type { Budget } from '../budget.ts'
import type { Argument, ExportFacts, Expression, FileFacts, FunctionFacts, MethodFacts, Range } from '../facts/ir.ts'
import type { SourceKind } from '../../knowledge/kinds.ts'
import type { StdioUse } from '../confidential-rows.ts'
import type { Disclosure } from '../findings/disclosure.ts'
import type { KnowledgeIndex } from '../knowledge-index.ts'
import type { CallView, RegistrationDraft, SinkUse } from '../rows.ts'
import { CallMemory } from './call-memory.ts'
import type { RanCode } from './call-memory.ts'
import type { Frame } from './frame.ts'
import { KnownFacts } from './known-facts.ts'
import { isContents, mergeStored } from './merge-stored.ts'
import type { NotedEffect } from './note-effects.ts'
import type { FailureStage, LogKind, Side } from './note-failures.ts'
import type { Snapshot, Stored } from './state.ts'
import { State } from './state.ts'
import type { ClassValue, ClosureValue, Fact, ObjectValue, Value } from './values.ts'
import { ValueTable } from './value-table.ts'

/** One call in the text: where it stands and what its arguments are. */
export interface Site {
  readonly file: FileFacts
  readonly at: Range
  readonly args: readonly Argument[]
  /** What the text calls it by: `execSync`, `fs.readFile`. */
  readonly callee: string
}

export interface ActiveCall {
  readonly facts: FunctionFacts
  readonly file: FileFacts
  readonly site: Site | undefined
  readonly args: readonly Value[]
  readonly closure: ClosureValue
  readonly self: Value | undefined
}

/** What code that tells messages apart by itself is given: the message, and what is read off it. */
export interface Message {
  readonly value: Value
  readonly fields: ReadonlyMap<string, Value>
}

/** A place to which `break`, `continue` and `return` lead. */
export interface JumpTarget {
  readonly kind: 'function' | 'loop' | 'switch' | 'label'
  readonly label?: string
  readonly base: State
  readonly exits: Snapshot[]
  readonly continues: Snapshot[]
  readonly returns: { readonly value: Value; readonly snapshot: Snapshot; readonly isOptOut: boolean }[]
}

/** A `try` block that is running: what held where something was thrown, and what was. */
export interface ThrowTarget {
  readonly base: State
  readonly snapshots: Snapshot[]
  readonly values: Value[]
}

/** A method with what decorates it, in the order of the text. */
export interface DecoratedMethod {
  readonly owner: ClassValue
  readonly method: MethodFacts
  readonly decorators: readonly { readonly value: Value; readonly parameter: number | undefined; readonly at: Range }[]
}

export interface EvaluatorEvents {
  readonly onSink: (use: SinkUse, site: Site) => void
  /** A handler does something to the world around it. */
  readonly onEffect?: (effect: NotedEffect) => void
  readonly onStdio?: (use: StdioUse, site: Site) => void
  /** Something confidential leaves the server. */
  readonly onDisclosure?: (disclosure: Disclosure) => void
  /** Something is logged on the way of a handler, and not only where something failed. */
  readonly onLog?: () => void
  /** Something that failed, or was refused, is part of what the client gets. */
  readonly onFailure?: (failure: FailureStage) => void
  readonly onRegistration: (draft: RegistrationDraft, dialect: string, site: Site) => void
  /** A call gave something untrusted that no handler was given. */
  readonly onSource?: (kind: SourceKind, name: string, site: Site) => Value
  /** An object literal was made, with everything in it. */
  readonly onObject?: (object: ObjectValue, file: FileFacts, at: Range) => void
  /** The method of a message was compared with a text that a dialect knows. */
  readonly onMessage?: (message: Value, method: string) => void
  readonly onRead?: (value: Value, file: FileFacts, at: Range) => void
  /** A call, a template or an operator came to a value. */
  readonly onValue?: (value: Value, file: FileFacts, expression: MadeBy) => void
  /** A check was tried on a call: what it gave, `undefined` where it proves nothing of it. */
  readonly onGuard?: (guard: string, call: CallView, test: Value | undefined, site: Site | undefined) => void
}

/** The expressions of which explanations want to know where they made a value. */
export type MadeBy = Extract<Expression, { op: 'call' | 'template' | 'tagged' | 'binary' }>

export interface EvaluatorOptions {
  readonly index: KnowledgeIndex
  readonly budget: Budget
  readonly events: EvaluatorEvents
  /** Every file of the package. */
  readonly files: readonly FileFacts[]
  /** The facts of what an import names, where it belongs to the package. */
  readonly resolveImport: (from: FileFacts, module: string) => FileFacts | undefined
  /** True for a package that speaks of MCP: methods with a registrar's name then count without a known receiver. */
  readonly isMcp: boolean
  /** Whether a module comes with the platform. */
  readonly isPlatform: (module: string) => boolean
}

/** What a module has become once its top level ran. */
export interface ModuleRecord {
  readonly file: FileFacts
  readonly frame: Frame
  /** `module` of CommonJS; what it exports is its field `exports`. */
  readonly commonJs: Value
  readonly exports: ReadonlyMap<string, ExportFacts>
}

/** The abstract machine: the state at the place that is being evaluated, and what every part of it needs. */
export class Evaluator {
  readonly table: ValueTable
  readonly index: KnowledgeIndex
  readonly budget: Budget
  readonly events: EvaluatorEvents
  readonly files: readonly FileFacts[]
  readonly resolveImport: EvaluatorOptions['resolveImport']
  readonly isMcp: boolean
  readonly isPlatform: EvaluatorOptions['isPlatform']
  readonly root = new State()
  state: State
  steps = 0
  /** While registrations are being looked for, loops over known arrays are taken one element at a time. */
  isSetup = true
  /** A handler that lists tools is running: which of them there are matters as it does in the set-up. */
  isListing = false
  /** What the running handler was given as the name of the tool, where it serves several. */
  toolName: Value | undefined
  readonly calls: ActiveCall[] = []
  readonly targets: JumpTarget[] = []
  readonly throwTargets: ThrowTarget[] = []
  readonly modules = new Map<string, ModuleRecord>()
  readonly visited = new Set<FunctionFacts>()
  /** Of those, what made the state that every handler starts from: run by the set-up, or by a module that is first read later. */
  readonly lasting = new Set<FunctionFacts>()
  /** How many modules are being evaluated that a handler was the first to read. */
  lateModules = 0
  /** The last closure made of each function, and each class made: places to start from that nothing calls. */
  readonly closures = new Map<FunctionFacts, ClosureValue>()
  readonly classes: ClassValue[] = []
  readonly decorated: DecoratedMethod[] = []
  /** The message that the running handler is given, where it is no parameter. */
  message: Message | undefined
  /** Values that a check looked at, whatever it proved: see `no-unvalidated-arguments`. */
  readonly checked = new Set<number>()
  /** Of each `if` around the place that is being evaluated, in the function that is running, whether it asks about a source. */
  conditions: boolean[] = []
  /** How often something was read that may come from a source. */
  asked = 0
  /** What the running handler has run so far. */
  ran: RanCode = { code: [] }
  /** How often the running handler ran a function for nothing; see `budget.maxIdleRuns`. */
  readonly idle = new Map<FunctionFacts, number>()
  /** Grows with each sink and each registration: a call after which it is the same led to none. */
  matters = 0
  readonly memory = new CallMemory()
  /** What the running handler did to the world so far. */
  readonly effects: NotedEffect[] = []
  /** What it let out so far. */
  readonly disclosed: Disclosure[] = []
  /** What the values that stand for failures mean; see `note-failures.ts`. */
  readonly failures = new Map<Value, FailureStage>()
  /** By the place of what receives errors: that on one way at least it logs them, or throws them on. */
  readonly settled = new Map<Range, 'logged' | 'passed'>()
  /** What receives a caught error and is running, in the function that is running; and how many do in its callers and in it. */
  receiving: FailureStage | undefined
  failing = 0
  /** The innermost branch that is running, in the function that is running. */
  side: Side | undefined
  /** False where nothing has failed in the running handler yet: there is nothing to look for in the state. */
  hasFailed = false
  /** How often the running handler logged something, by where. */
  readonly logged: Record<LogKind, number> = { way: 0, failure: 0 }
  /** What the last run of a function logged. */
  readonly loggedBy = new Map<FunctionFacts, LogKind | undefined>()
  readonly unknown: Value
  readonly nothing: Value
  private nextFrame = 1

  constructor(options: EvaluatorOptions) {
    this.index = options.index
    this.budget = options.budget
    this.events = options.events
    this.files = options.files
    this.resolveImport = options.resolveImport
    this.isMcp = options.isMcp
    this.isPlatform = options.isPlatform
    this.table = new ValueTable(options.budget.maxAlternatives)
    this.state = this.root
    this.unknown = this.table.unknown('')
    this.nothing = this.table.constant(undefined)
  }

  /** Goes back to how the set-up left everything. */
  startHandler(ran: RanCode): void {
    this.steps = 0
    this.ran = ran
    this.idle.clear()
    this.memory.forgetHandler()
    this.effects.length = 0
    this.disclosed.length = 0
    this.hasFailed = false
    this.toolName = undefined
    this.message = undefined
    this.state = this.root.fork()
  }

  frame(file: FileFacts, facts: FunctionFacts, parent: Frame | undefined, self: Value | undefined): Frame {
    return { id: this.nextFrame++, file, facts, parent, self }
  }

  /** Whether lists are taken apart: what is registered or listed goes by its own name. */
  get takesApart(): boolean {
    return this.isSetup || this.isListing
  }

  /** True where the budget is spent: everything is unknown from there on. */
  get isSpent(): boolean {
    return this.steps > this.budget.maxSteps
  }

  /** False once the budget is spent: what is not evaluated is unknown. */
  spend(): boolean {
    this.steps += 1
    return !this.isSpent && this.state.alive
  }

  learn(facts: readonly Fact[]): void {
    this.state.facts = this.state.facts.with(facts)
  }

  /** Runs `work` on a layer of its own and gives what it wrote; `undefined` where it does not come out. */
  branch<Result>(facts: readonly Fact[] | undefined, work: () => Result): { result: Result; snapshot: Snapshot | undefined } | undefined {
    if (!facts || !this.state.alive) return undefined
    const base = this.state
    const { steps } = this
    const isOneTool = this.picksTool(facts)
    if (isOneTool) this.steps = 0
    this.state = base.fork()
    this.learn(facts)
    const result = work()
    const snapshot = this.state.alive ? this.state.since(base) : undefined
    this.state = base
    if (isOneTool) this.steps = steps
    return { result, snapshot }
  }

  /** Where a handler turns to one of its tools: each has a budget of its own, as if it were registered by itself. */
  private picksTool(facts: readonly Fact[]): boolean {
    const { toolName } = this
    if (!toolName || this.state.facts.of(toolName)?.equals) return false
    return facts.some((fact) => fact.value === toolName && fact.equals !== undefined)
  }

  /**
   * Goes on from where several ways meet: a variable that they left alike keeps its value, others become a choice that
   * remembers what held on each way. Gives the facts that each way had beyond the common ones.
   */
  join(snapshots: readonly Snapshot[]): readonly (readonly Fact[])[] {
    const base = this.state
    if (snapshots.length === 0) {
      base.alive = false
      return []
    }
    base.alive = true
    const [only] = snapshots
    if (only && snapshots.length === 1) {
      for (const [key, stored] of only.writes) base.set(key, stored)
      base.facts = only.facts
      return [[]]
    }
    const facts = KnownFacts.common(snapshots.map((snapshot) => snapshot.facts))
    const beyond = snapshots.map((snapshot) => snapshot.facts.beyond(facts))
    const keys = new Set<number>()
    for (const snapshot of snapshots) for (const key of snapshot.writes.keys()) keys.add(key)
    for (const key of keys) {
      const before = base.get(key)
      const stored = snapshots.map((snapshot) => snapshot.writes.get(key) ?? before)
      if (isOutcome(key, stored) && stored.includes(undefined)) continue
      const merged = mergeStored(this.table, stored, beyond)
      if (merged !== undefined) base.set(key, merged)
    }
    base.facts = facts
    return beyond
  }
}

/** What a condition proved (`asked-again.ts`): on a way on which it was not asked nothing of it is known. */
function isOutcome(key: number, stored: readonly (Stored | undefined)[]): boolean {
  return key < 0 && stored.some((item) => item && !isContents(item))
}
