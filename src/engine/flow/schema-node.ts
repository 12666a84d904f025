import type { Range } from '../facts/ir.ts'

/** The object literal in which a schema stands as a property. */
export interface SchemaPlace {
  readonly file: string
  readonly at: Range
  readonly name: string
}

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
  /** Present for what can only be a string: whether its length and its characters are bounded. */
  readonly text?: { readonly isBounded: boolean; readonly hasPattern: boolean }
  /** True for a schema that accepts anything at all, and says so. */
  readonly isAny?: boolean
  readonly description?: string
  readonly place?: SchemaPlace
}
