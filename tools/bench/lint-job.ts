import type { Keystroke } from './keystroke.ts'

/** What one child process lints. */
export interface LintJob {
  readonly cwd: string
  /** Absolute paths; with `typing`, the one file that is typed in. */
  readonly files: readonly string[]
  /** URL of the plugin's entry; without it, one rule that does nothing. */
  readonly plugin?: string
  readonly preset: string
  readonly typing?: Keystroke
}

/** What it cost. CPU times are those of the process, user and system, all threads; milliseconds. */
export interface LintCost {
  /** From the start of the process until ESLint, the parser and the plugin are loaded. */
  readonly loadCpu: number
  readonly cpu: number
  readonly wall: number
  /** The most that was ever resident; megabytes. */
  readonly peakMemory: number
  readonly messages: number
  /** Medians of one lint after a keystroke. */
  readonly keystroke?: { readonly cpu: number; readonly wall: number }
}
