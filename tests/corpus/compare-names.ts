/** What a published server answered when it was asked, once, in the way `README.md` tells. */
export interface ServerTruth {
  readonly package: string
  readonly version: string
  readonly tools: readonly string[]
  readonly prompts: readonly string[]
  readonly resources: readonly string[]
  readonly resourceTemplates: readonly string[]
}

/** Why names are not recognised, or are recognised though the server did not answer them. */
export interface Explanation {
  readonly package: string
  /** `dependency` and `minified` are not counted as the package's own code; `missed` is a fault of ours. */
  readonly reason: 'dependency' | 'minified' | 'missed'
  readonly note: string
}

export interface NameComparison {
  readonly truth: number
  readonly found: number
  readonly missed: readonly string[]
  /** Recognised, and not among what the server answered. */
  readonly extra: readonly string[]
}

export function compareNames(truth: readonly string[], recognised: readonly string[]): NameComparison {
  const expected = new Set(truth)
  const names = new Set(recognised)
  const missed = [...expected].filter((name) => !names.has(name)).sort()
  const extra = [...names].filter((name) => !expected.has(name)).sort()
  return { truth: expected.size, found: expected.size - missed.length, missed, extra }
}
