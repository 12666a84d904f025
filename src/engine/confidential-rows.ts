import type { Channel, ConfidentialKind } from '../knowledge/kinds.ts'
import type { Value } from './flow/values.ts'

/** An argument that leaves the server by a channel. */
export interface ChannelUse {
  readonly channel: Channel
  readonly value: Value
  /** The index of the argument that carries it: where the report stands. */
  readonly argument: number
}

/** What something of a library holds that is not for everyone. */
export interface Held {
  readonly kind: ConfidentialKind
  /** What a message calls it: `process.env.API_KEY`. */
  readonly name: string
}
