import type { Channel, ConfidentialKind } from '../../knowledge/kinds.ts'
import type { Range } from '../facts/ir.ts'

/** Something confidential that leaves the server. */
export interface Disclosure {
  readonly channel: Channel
  readonly kind: ConfidentialKind
  /** What it is: `process.env.API_KEY`, `message`. */
  readonly name: string
  readonly file: string
  /** The argument, the thrown or returned expression, or an object literal of which `property` carries it. */
  readonly at: Range
  readonly property?: string
  /** What the text calls that: `console.error`; empty where it is returned or thrown. */
  readonly sink: string
}
