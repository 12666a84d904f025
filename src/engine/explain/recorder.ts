import type { FileFacts, Range } from '../facts/ir.ts'
import { lineOf } from '../facts/line-of.ts'
import type { EvaluatorOptions, MadeBy, Site } from '../flow/evaluator.ts'
import { Evaluator } from '../flow/evaluator.ts'
import type { Fact, Value } from '../flow/values.ts'
import type { Registration } from '../registrations/registration.ts'
import type { SinkUse } from '../rows.ts'

/** Looks on while a package is analysed. Without one, nothing is recorded. */
export interface AnalysisWatch {
  readonly createMachine: (options: EvaluatorOptions) => Evaluator
  /** Called before a handler is run, while the machine still has the steps of the one before. */
  readonly onHandler: (registration: Registration) => void
}

/** A place at which a value was read or made. */
export interface Origin {
  readonly file: FileFacts
  readonly at: Range
  readonly op: 'read' | MadeBy['op']
}

/** Places kept of one value, the latest: a value of a loop or of a table is made over and over. */
const MAX_ORIGINS = 200

/** A guard that was tried on a call. */
export interface Trial {
  readonly guard: string
  readonly looked: readonly Value[]
  readonly test: Value | undefined
  readonly site: Site
  /** The tool whose branch of a dispatch it stands in. */
  readonly tool: string | undefined
}

/** What the machine did, as far as explanations ask for it. The values that it names live as long as it does. */
export class Recorder implements AnalysisWatch {
  /** Guards that were tried since the running handler began. */
  trials: Trial[] = []
  /** Each guard at each call that it was tried on, whichever handler ran. */
  readonly tried = new Map<string, Trial>()
  /** What branches and checks that throw proved since then, in order. */
  learned: Fact[] = []
  /** The sides of the branches around the place that is being evaluated. */
  readonly sides: (readonly Fact[])[] = []
  running: Registration | undefined
  readonly spent: Registration[] = []
  machine: Evaluator | undefined
  private readonly origins = new Map<Value, Origin[]>()
  private readonly evaluated = new Set<string>()
  private readonly onSink: (machine: Evaluator, use: SinkUse, site: Site) => void

  constructor(onSink: Recorder['onSink']) {
    this.onSink = onSink
  }

  createMachine(options: EvaluatorOptions): Evaluator {
    const { events } = options
    const machine = new RecordingMachine(this, {
      ...options,
      events: {
        ...events,
        onSink: (use, site) => {
          this.onSink(machine, use, site)
          events.onSink(use, site)
        },
        onRead: (value, file, at) => {
          this.noteOrigin(value, { file, at, op: 'read' })
          events.onRead?.(value, file, at)
        },
        onValue: (value, file, { op, at }) => { this.noteOrigin(value, { file, at, op }) },
        onGuard: (guard, call, test, site) => {
          if (!site) return
          const looked = call.receiver ? [call.receiver, ...call.args] : call.args
          const trial = { guard, looked, test, site, tool: toolIn(machine.state.facts.values()) }
          this.trials.push(trial)
          const key = `${site.file.path}:${site.at.join('-')}:${guard}`
          if (test || !this.tried.has(key)) this.tried.set(key, trial)
        },
      },
    })
    this.machine = machine
    return machine
  }

  onHandler(registration: Registration | undefined): void {
    const { machine, running } = this
    if (machine?.isSpent && running) this.spent.push(running)
    this.running = registration
    this.trials = []
    this.learned = []
  }

  originsOf(value: Value): readonly Origin[] {
    return this.origins.get(value) ?? []
  }

  /** Comparisons and answers of code that cannot be read, by the value that a branch tests. */
  tests(): readonly (readonly [Value, Origin])[] {
    return [...this.origins].flatMap(([value, origins]) => {
      const last = origins.at(-1)
      return last && (value.op === 'test' || (value.op === 'extern' && value.isJudge)) ? [[value, last] as const] : []
    })
  }

  wasEvaluated(file: FileFacts, at: Range): boolean {
    return this.evaluated.has(`${file.path}:${at[0]}:${at[1]}`)
  }

  private noteOrigin(value: Value, origin: Origin): void {
    if (origin.op !== 'read') this.evaluated.add(`${origin.file.path}:${origin.at[0]}:${origin.at[1]}`)
    if (value.op === 'constant' || value.op === 'unknown') return
    const before = this.origins.get(value)
    if (!before) {
      this.origins.set(value, [origin])
      return
    }
    const last = before.at(-1)
    if (last?.file === origin.file && last.at === origin.at) return
    if (before.push(origin) > MAX_ORIGINS) before.shift()
  }
}

class RecordingMachine extends Evaluator {
  private readonly recorder: Recorder

  constructor(recorder: Recorder, options: EvaluatorOptions) {
    super(options)
    this.recorder = recorder
  }

  override learn(facts: readonly Fact[]): void {
    this.recorder.learned.push(...facts)
    super.learn(facts)
  }

  override branch<Result>(facts: readonly Fact[] | undefined, work: () => Result): ReturnType<typeof Evaluator.prototype.branch<Result>> {
    this.recorder.sides.push(facts ?? [])
    const way = super.branch(facts, work)
    this.recorder.sides.pop()
    return way
  }
}

/** The tool of which facts say that it was called. */
export function toolIn(facts: Iterable<Fact>): string | undefined {
  for (const { value, equals } of facts) {
    if (value.op === 'source' && value.source.isToolName && equals) return equals.map(String).join(', ')
  }
  return undefined
}

/** The first and the last line of a range. */
export function linesOf(file: FileFacts, at: Range): readonly [number, number] {
  return [lineOf(file, at[0]), lineOf(file, Math.max(at[0], at[1] - 1))]
}
