import type { Budget } from '../budget.ts'
import type { Argument, ExportFacts, FileFacts, FunctionFacts, Range } from '../facts/ir.ts'
import type { SourceKind } from '../../knowledge/kinds.ts'
import type { KnowledgeIndex } from '../knowledge-index.ts'
import type { RegistrationDraft, SinkUse } from '../rows.ts'
import type { Frame } from './frame.ts'
import { KnownFacts } from './known-facts.ts'
import { mergeStored } from './merge-stored.ts'
import type { Snapshot } from './state.ts'
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
}

/** A place to which `break`, `continue` and `return` lead. */
export interface JumpTarget {
  readonly kind: 'function' | 'loop' | 'switch' | 'label'
  readonly label?: string
  readonly base: State
  readonly exits: Snapshot[]
  readonly continues: Snapshot[]
  readonly returns: { readonly value: Value; readonly snapshot: Snapshot }[]
}

export interface RememberedCall {
  readonly value: Value
  /** What it wrote, and what it proved beyond what was known before; `undefined` where it does not come back. */
  readonly effect: { readonly writes: Snapshot['writes']; readonly learned: readonly Fact[] } | undefined
}

export interface EvaluatorEvents {
  readonly onSink: (use: SinkUse, site: Site) => void
  readonly onRegistration: (draft: RegistrationDraft, dialect: string, site: Site) => void
  /** A call gave something untrusted that no handler was given. */
  readonly onSource?: (kind: SourceKind, name: string, site: Site) => Value
  /** An object literal was made, with everything in it. */
  readonly onObject?: (object: ObjectValue, file: FileFacts, at: Range) => void
  readonly onRead?: (value: Value, file: FileFacts, at: Range) => void
}

export interface EvaluatorOptions {
  readonly index: KnowledgeIndex
  readonly budget: Budget
  readonly events: EvaluatorEvents
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
  readonly resolveImport: EvaluatorOptions['resolveImport']
  readonly isMcp: boolean
  readonly isPlatform: EvaluatorOptions['isPlatform']
  readonly root = new State()
  state: State
  steps = 0
  /** While registrations are being looked for, loops over known arrays are taken one element at a time. */
  isSetup = true
  readonly calls: ActiveCall[] = []
  readonly targets: JumpTarget[] = []
  readonly throwTargets: { readonly base: State; readonly snapshots: Snapshot[] }[] = []
  readonly modules = new Map<string, ModuleRecord>()
  readonly visited = new Set<FunctionFacts>()
  /** The last closure made of each function, and each class made: places to start from that nothing calls. */
  readonly closures = new Map<FunctionFacts, ClosureValue>()
  readonly classes: ClassValue[] = []
  /** Values that a check looked at, whatever it proved: see `no-unvalidated-arguments`. */
  readonly checked = new Set<number>()
  /** What calls did under equal conditions, for as long as one handler runs. */
  readonly remembered = new Map<string, RememberedCall>()
  readonly unknown: Value
  readonly nothing: Value
  private nextFrame = 1

  constructor(options: EvaluatorOptions) {
    this.index = options.index
    this.budget = options.budget
    this.events = options.events
    this.resolveImport = options.resolveImport
    this.isMcp = options.isMcp
    this.isPlatform = options.isPlatform
    this.table = new ValueTable(options.budget.maxAlternatives)
    this.state = this.root
    this.unknown = this.table.unknown('')
    this.nothing = this.table.constant(undefined)
  }

  frame(file: FileFacts, facts: FunctionFacts, parent: Frame | undefined, self: Value | undefined): Frame {
    return { id: this.nextFrame++, file, facts, parent, self }
  }

  /** False once the budget is spent: what is not evaluated is unknown. */
  spend(): boolean {
    this.steps += 1
    return this.steps <= this.budget.maxSteps && this.state.alive
  }

  learn(facts: readonly Fact[]): void {
    this.state.facts = this.state.facts.with(facts)
  }

  /** Runs `work` on a layer of its own and gives what it wrote; `undefined` where it does not come out. */
  branch<Result>(facts: readonly Fact[] | undefined, work: () => Result): { result: Result; snapshot: Snapshot | undefined } | undefined {
    if (!facts || !this.state.alive) return undefined
    const base = this.state
    this.state = base.fork()
    this.learn(facts)
    const result = work()
    const snapshot = this.state.alive ? this.state.since(base) : undefined
    this.state = base
    return { result, snapshot }
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
    const facts = KnownFacts.common(snapshots.map((snapshot) => snapshot.facts))
    const beyond = snapshots.map((snapshot) => snapshot.facts.beyond(facts))
    const keys = new Set<number>()
    for (const snapshot of snapshots) for (const key of snapshot.writes.keys()) keys.add(key)
    for (const key of keys) {
      const before = base.get(key)
      const stored = snapshots.map((snapshot) => snapshot.writes.get(key) ?? before)
      const merged = mergeStored(this.table, stored, beyond)
      if (merged !== undefined) base.set(key, merged)
    }
    base.facts = facts
    return beyond
  }
}
