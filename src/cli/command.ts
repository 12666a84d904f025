import type { Io } from './io.ts'

/** One subcommand. `review` is the one that runs when the first word names no other. */
export interface Command {
  readonly name: string
  /** The text of `--help`, ending in a line break. */
  readonly help: string
  /**
   * Runs with the words after the command's name and resolves to the exit code. Throws `UsageError` for words it does
   * not understand; any other error is a failure.
   */
  readonly run: (argv: readonly string[], io: Io) => Promise<number>
}
