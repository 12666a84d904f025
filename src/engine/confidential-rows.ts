import type { Channel, ConfidentialKind } from '../knowledge/kinds.ts'
import type { Value } from './flow/values.ts'
import type { CallView } from './rows.ts'

/** What a call does with standard input and output: it speaks the protocol over them, or writes something else to the latter. */
export type StdioUse = 'speaks' | 'writes'

/** A property of an object literal that asks for a secret. */
export interface AskedSecret {
  readonly name: string
  readonly object: Value
  readonly property: string
}

/** What a call lets out. */
export interface LeavingRow {
  readonly channels?: (call: CallView) => readonly ChannelUse[]
  readonly stdio?: (call: CallView) => StdioUse | undefined
  /** The secrets that a form asks its user for. */
  readonly asks?: (call: CallView) => readonly AskedSecret[]
}

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
