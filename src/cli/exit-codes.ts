/** What the process tells its caller. Part of the public surface: scripts and hooks read it. */
export const EXIT_CODES = {
  /** Reviewed in full, nothing of severity high or critical. */
  clean: 0,
  /** At least one finding of severity high or critical. */
  findings: 1,
  /** Wrong usage, a failure, or a file that could not be reviewed where nothing worse was found. */
  failure: 2,
} as const
