/** Every limit of the engine. Past a limit the answer is unknown: the rules are silent about what lies behind it. */
export interface Budget {
  /** Expressions nested deeper than this are unknown: no hand writes them, and lowering them would exhaust the stack. */
  readonly maxNesting: number
  /** Files with more characters are not analysed: they are bundles, whose text nobody mends. */
  readonly maxFileLength: number
  /**
   * Expressions and statements evaluated per handler before it is given up. Of the handlers of the servers in the
   * corpus most take fewer than 5,000; one that dispatches to 26 tools takes more than this.
   */
  readonly maxSteps: number
  /**
   * The same for the declarations at the top level of one file, before they get less each: a bundle comes to its own code
   * only after the frameworks that it contains. Twice as much is the end.
   */
  readonly maxModuleSteps: number
  /**
   * What the set-up gets back for each registration: a function that registers a thousand tools does not run away. Tables and
   * factories take up to 200 for each.
   */
  readonly stepsPerRegistration: number
  /**
   * Runs of a function in handlers that give nothing back, prove nothing and reach nothing, after which it is not run
   * again. Loggers and metrics are called everywhere; in the largest server of the corpus they took 60% of all steps.
   */
  readonly maxIdleRuns: number
  /** Calls inside calls. Routes from a registration to a sink are far shorter; deeper ones are mostly libraries. */
  readonly maxCallDepth: number
  /** Alternatives kept of one value; more of them collapse into one unknown that remembers its origins. */
  readonly maxAlternatives: number
  /** Elements of an array literal, or fields of an object, that are told apart: tables of tools are shorter. */
  readonly maxElements: number
  /** Passes over a loop body: taint that moves through more variables than this in one loop is lost. */
  readonly maxLoopPasses: number
  /** Files of one package. */
  readonly maxFiles: number
  /** Packages of one workspace whose manifests are read. */
  readonly maxMembers: number
  /**
   * Files whose beginnings are searched for an MCP module where no manifest names one: reading so many takes some
   * milliseconds, which every package that has nothing to do with MCP pays once per run.
   */
  readonly maxProbes: number
}

export const DEFAULT_BUDGET: Budget = {
  maxNesting: 250,
  maxFileLength: 1_500_000,
  maxSteps: 60_000,
  maxModuleSteps: 500_000,
  stepsPerRegistration: 500,
  maxIdleRuns: 12,
  maxCallDepth: 16,
  maxAlternatives: 16,
  maxElements: 400,
  maxLoopPasses: 3,
  maxFiles: 4_000,
  maxMembers: 500,
  maxProbes: 200,
}
