import type { PresetName } from '../configs.ts'
import type { Severity } from '../create-rule.ts'

/**
 * The result of a review. `--json` prints exactly this; fields are added but neither renamed nor removed while
 * `version` stays the same. Paths are relative to `folder` and written with `/`; lines and columns count from 1.
 */
export interface ReviewReport {
  readonly version: 1
  /** Absolute path of the reviewed folder. */
  readonly folder: string
  readonly preset: PresetName
  /** How many files were looked at, those of `failures` included. */
  readonly files: number
  /** Ordered by file, line, column and rule. */
  readonly findings: readonly ReviewFinding[]
  readonly failures: readonly ReviewFailure[]
  readonly leftOut: LeftOut
  readonly summary: ReviewSummary
}

export interface ReviewFinding {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number | null
  readonly endColumn: number | null
  readonly severity: Severity
  /** The rule as ESLint configurations name it, such as `secure-mcp/no-path-traversal`. */
  readonly rule: string
  readonly message: string
  readonly cwe: readonly number[]
  readonly owasp: readonly string[]
  readonly checklist: readonly string[]
  readonly url: string | null
  /** Set where a comment in the source switches this finding off in ordinary linting. It counts all the same. */
  readonly switchedOff: SwitchedOff | null
}

export interface SwitchedOff {
  /** The text after `--` in the comment, empty where none was given. */
  readonly justification: string
}

/** A file that could not be reviewed: it does not parse, or a rule failed on it. */
export interface ReviewFailure {
  readonly file: string
  readonly kind: 'parse' | 'crash'
  readonly line: number | null
  readonly column: number | null
  readonly message: string
}

/** Script files that were found and not reviewed. `node_modules`, hidden folders and `.d.ts` files are not listed. */
export interface LeftOut {
  readonly tests: readonly string[]
  readonly buildOutput: readonly string[]
  readonly minified: readonly string[]
}

export interface ReviewSummary {
  readonly severity: Readonly<Record<Severity, number>>
  /** Worst first, then by count. */
  readonly rules: readonly { readonly rule: string; readonly severity: Severity; readonly count: number }[]
}
