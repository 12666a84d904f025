import type { SinkKind } from '../../knowledge/kinds.ts'
import type { Range } from '../facts/ir.ts'
import type { Taint } from '../flow/find-taint.ts'
import type { FlowState } from '../flow/values.ts'
import type { Registration } from '../registrations/registration.ts'

/** Lines and columns count from 1; `at` are offsets in the text of the file. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly at: Range
}

/** One step of a trace, in the order in which the value takes them. */
export interface Step {
  /**
   * `handler`: what runs for the registration, where it stands apart from it. `read`: a property is taken. `make`: a text
   * or another value is made of it. `return`: a call gives it back. `call`: it is handed over. `callback`: the function
   * was handed to other code, which calls it. `sink`: it arrives.
   */
  readonly kind: 'handler' | 'read' | 'make' | 'return' | 'call' | 'callback' | 'sink'
  readonly place: Place
  /** The function that is entered; empty where it has no name. */
  readonly name: string
  /** The parameter that receives the value, where it is one. */
  readonly parameter?: string
}

/** What a guard proves on one side of a branch. */
export interface Proven {
  readonly when: boolean
  readonly kinds: readonly SinkKind[] | 'all'
  readonly states: readonly FlowState[]
}

/**
 * Why a guard does not keep the value from the sink. `nothing`: it proves nothing of what it was asked. `other-kind`: it
 * clears other kinds. `form-only`: it proves a form that is not enough alone. `other-value`: it clears the kind of a
 * value that is not the one that arrives. `wrong-side`: the sink stands on the side on which it proves nothing.
 * `undecided`: no branch rests on it alone. `other-way`: the sink is reached on a way on which it does not hold.
 */
export type Verdict = 'nothing' | 'other-kind' | 'form-only' | 'other-value' | 'wrong-side' | 'undecided' | 'other-way'

export interface JudgedGuard {
  /** The guards as knowledge names them: the one that applies, or all that were tried. */
  readonly guards: readonly string[]
  readonly place: Place
  readonly proves: readonly Proven[]
  readonly verdict: Verdict
  /** What it speaks of, where that is another value than the one that arrives. */
  readonly about?: Place
}

/**
 * What keeps a value from a sink. `guard`: a check that knowledge tells of. `comparison`: `===` and its kin.
 * `unread-check`: a branch on the answer of code that cannot be read. `constants`: it can only be one of these.
 * `fact`: proved in a way that is not recorded. `schema`: its schema enforces it; `unread-schema`: part of the schema
 * cannot be read. `sanitizer`: a call that clears the kind. `form`: harmless where it stands in what it becomes part of.
 */
export interface Barrier {
  readonly by: 'guard' | 'comparison' | 'unread-check' | 'constants' | 'fact' | 'schema' | 'unread-schema' | 'sanitizer' | 'form'
  /** The value: `args.path`; empty where it has no name. */
  readonly value: string
  /** Where the value was made. */
  readonly made?: Place
  /** The check, or the call that clears. */
  readonly place?: Place
  readonly guard?: string
  /** The side of the check on which the value is safe. */
  readonly when?: boolean
  readonly constants?: readonly string[]
}

export interface ExplainedSink {
  readonly kind: SinkKind
  readonly sink: string
  /** Where it is reported. */
  readonly place: Place
  /** The whole call, in the same file. */
  readonly callAt: Range
  /** `reached` by a source, `cleared` of the kind on the way, or `clean`: what arrives comes from no source. */
  readonly status: 'reached' | 'cleared' | 'clean'
  /** `undefined` where no handler was running. */
  readonly registration: Registration | undefined
  readonly registered: Place | undefined
  readonly tool: string | undefined
  readonly taint?: Pick<Taint, 'source' | 'path'>
  readonly steps: readonly Step[]
  readonly guards: readonly JudgedGuard[]
  readonly barriers: readonly Barrier[]
  /** What arrives, as far as it is known. */
  readonly arrives: Arrival
}

/** `constant`: `name` is its text as code. `extern`: `name` is what it is of, such as `process.env.HOME`. */
export interface Arrival {
  readonly is: 'constant' | 'extern' | 'tool-name' | 'unknown'
  readonly name: string
}

/** A guard that was tried on the line; it proves nothing there where `proves` is empty. */
export type TriedGuard = Pick<JudgedGuard, 'guards' | 'place' | 'proves'>

/** Why the engine has nothing to say of a call on the line. */
export interface UnsaidCall {
  readonly place: Place
  /** The function around it; empty at the top level. */
  readonly within: string
  /**
   * `evaluated`: the machine made the call, and no row makes it a sink. `function-not-run`: no registration leads to the
   * function around it. `not-reached`: the function runs, but never to here.
   */
  readonly why: 'evaluated' | 'function-not-run' | 'not-reached'
}

export interface Explanation {
  /** False where the package has nothing to do with MCP, or its file is too long to be analysed. */
  readonly isAnalysed: boolean
  readonly isTooLong: boolean
  /** The folder of the package; empty where nothing was analysed. */
  readonly root: string
  /** True where the file is not among those of a package, and was looked at alone. */
  readonly isAlone: boolean
  /** Sinks on the line: those that something reaches, or if there is none, the others. */
  readonly sinks: readonly ExplainedSink[]
  /** Flows into sinks elsewhere of which the line is a step. */
  readonly passing: readonly ExplainedSink[]
  /** What the line registers, and what flows from it. */
  readonly registrations: readonly { readonly registration: Registration; readonly flows: readonly ExplainedSink[] }[]
  readonly tried: readonly TriedGuard[]
  readonly unsaid: readonly UnsaidCall[]
  /** Handlers that ran out of steps: what lies behind was not looked at. */
  readonly spent: readonly Registration[]
}
