/** What a command may know of the stream that it writes to. `process.stdout` and `process.stderr` fit. */
export interface OutputStream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Everything that a command asks of the process it runs in, so that it also runs inside another program. */
export interface Io {
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  /** `NO_COLOR` and `DEBUG` are read from here. */
  readonly env?: Readonly<Record<string, string | undefined>>
}
