/** The documented shape of one provider's credential. */
export interface TokenFormat {
  /** The credential in words, for a message: article, provider and kind. */
  readonly name: string
  /** The environment variable that the provider's own tools, or most MCP servers, read it from. */
  readonly environment: string
  /** Constant pieces of text, one of which every such token holds. The pattern is tried where a marker stands. */
  readonly markers: readonly string[]
  /** The token from its marker on. It must not stand inside a longer word; see `withinWord`. */
  readonly pattern: RegExp
  /** The marker is not the token's beginning, so what stands before it is the pattern's own affair. */
  readonly withinWord?: true
  /** Answers for a text of that shape whether the provider can have issued it. */
  readonly isGenuine?: (token: string) => boolean
}
