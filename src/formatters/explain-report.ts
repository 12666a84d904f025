import type { ReviewFinding } from './review-report.ts'

/**
 * The answer of `explain`. `--json` prints exactly this; fields are added but neither renamed nor removed while `version`
 * stays the same. Paths are relative to the working directory and written with `/`; lines and columns count from 1.
 */
export interface ExplainReport {
  readonly version: 1
  readonly file: string
  readonly line: number
  /** The text of the line, without the space around it. */
  readonly code: string
  /** What the rules of the `all` preset report on the line. */
  readonly findings: readonly ReviewFinding[]
  /** The sinks on the line: those that something reaches; if there is none, those that are not reached. */
  readonly sinks: readonly ExplainedSink[]
  /** Flows into sinks on other lines of which this line is a step, a registration or a guard. */
  readonly passing: readonly ExplainedSink[]
  /** Whole sentences, in the order in which they are to be read: what else there is to say of the line. */
  readonly notes: readonly string[]
}

/** A piece of code: where it begins, and its text on one line, shortened. */
export interface ExplainedPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: string
}

export interface ExplainedSink extends ExplainedPlace {
  /** The kind of the sink, such as `path`. */
  readonly kind: string
  readonly meaning: string
  readonly cwe: number
  /** `reached` by something untrusted, `cleared` on the way, or `clean`: nothing untrusted arrives. */
  readonly status: 'reached' | 'cleared' | 'clean'
  /** What arrives or who calls: `ref` of tool git_log, and where that is registered. */
  readonly from: string
  /** One or two sentences. */
  readonly summary: string
  readonly steps: readonly ExplainedStep[]
  readonly guards: readonly ExplainedGuard[]
}

export interface ExplainedStep extends ExplainedPlace {
  readonly step: 'registered' | 'handler' | 'read' | 'make' | 'return' | 'call' | 'callback' | 'sink'
  /** What the code alone does not say; may be empty. */
  readonly note: string
}

/** A check, a schema or a sanitizer that was met. */
export interface ExplainedGuard extends ExplainedPlace {
  /** What knows it: the guards by name, or what else it is. */
  readonly guard: string
  readonly counts: boolean
  /** What it proves, and why that does or does not count. */
  readonly why: string
}
