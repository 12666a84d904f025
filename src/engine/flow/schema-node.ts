/** What a schema of any library enforces, as far as it matters here. */
export interface SchemaNode {
  /** Kinds, as a bit set, that a value accepted by the schema cannot harm. */
  readonly clears: number
  readonly fields?: ReadonlyMap<string, SchemaNode>
  readonly element?: SchemaNode
  /** True where keys that the schema does not name come through. */
  readonly open?: boolean
  /** True where part of the schema could not be read: what it clears is then not known. */
  readonly unknown?: boolean
}
