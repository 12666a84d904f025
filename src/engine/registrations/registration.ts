import type { Range } from '../facts/ir.ts'
import type { SchemaNode } from '../flow/schema-node.ts'
import type { Value } from '../flow/values.ts'

export type RegistrationKind =
  | 'tool' | 'prompt' | 'resource' | 'resource-template' | 'completion' | 'request' | 'tool-listing'
  /** A call that gives something untrusted, as settings say. */
  | 'call'

/** A tool, resource, prompt or request declared to a server, whatever framework declared it. */
export interface Registration {
  readonly kind: RegistrationKind
  readonly dialect: string
  /** `undefined` where the name is computed. */
  readonly name: string | undefined
  readonly description?: Value
  readonly annotations?: Value
  readonly schema?: SchemaNode
  readonly schemaState: SchemaState
  readonly file: string
  readonly line: number
  /** The registering call. */
  readonly at: Range
}

/**
 * `enforced`: the framework parses the arguments before the handler runs. `advertised`: told to the client, enforced by
 * nothing. `none`: no schema at all. `unknown`: there may be one.
 */
export type SchemaState = 'enforced' | 'advertised' | 'none' | 'unknown'
