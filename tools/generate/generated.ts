/** A file as it should be. `path` is relative to the repository's root and written with `/`. */
export interface GeneratedFile {
  readonly path: string
  readonly content: string
}

export interface Generated {
  readonly files: readonly GeneratedFile[]
  /** What no generator can mend: sentences that begin with the file. */
  readonly problems: readonly string[]
}
