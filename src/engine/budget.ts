/** Every limit of the engine. Past a limit the answer is unknown: the rules are silent and a debug line says where. */
export interface Budget {
  /** Expressions nested deeper than this are unknown. Hand-written code stays below 60; generated tables reach 200. */
  readonly maxNesting: number
  /** Files longer than this (in characters) are not analysed: hand-written files stay below 600,000, bundles do not. */
  readonly maxFileLength: number
  /** Expressions and statements evaluated per handler before it is given up; most real handlers take fewer than 5,000, one
   * that dispatches to thirty tools took 180,000. */
  readonly maxSteps: number
  /** Calls inside calls. The longest real route from a registration to a sink had 9. */
  readonly maxCallDepth: number
  /** Alternatives kept of one value; more of them collapse into one unknown that remembers its origins. */
  readonly maxAlternatives: number
  /** Elements of an array literal, or fields of an object, that are told apart. */
  readonly maxElements: number
  /** Passes over a loop body. Taint that needs more rounds than this to arrive was not seen in real servers. */
  readonly maxLoopPasses: number
  /** Files of one package; the largest real server had 1,200. */
  readonly maxFiles: number
}

export const DEFAULT_BUDGET: Budget = {
  maxNesting: 250,
  maxFileLength: 1_500_000,
  maxSteps: 250_000,
  maxCallDepth: 16,
  maxAlternatives: 16,
  maxElements: 400,
  maxLoopPasses: 3,
  maxFiles: 4_000,
}
