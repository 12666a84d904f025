import type { Range } from '../facts/ir.ts'
import type { SchemaNode } from '../flow/schema-node.ts'

export type RegistrationKind =
  | 'tool' | 'prompt' | 'resource' | 'resource-template' | 'completion'
  /** One handler for the calls of every tool. */
  | 'request'
  | 'tool-listing'
  /** A list of resources, templates or prompts. */
  | 'listing'
  | 'subscription'
  /** Any other request: one of the specification, or one of the author's own. */
  | 'method'
  | 'notification'
  /** What a client answers to a server: sampling, elicitation, roots. */
  | 'client-request'
  /** A call that gives something untrusted, as settings say. */
  | 'call'

/** A tool, resource, prompt or request declared to a server, whatever framework declared it. */
export interface Registration {
  readonly kind: RegistrationKind
  readonly dialect: string
  /** `undefined` where the name is computed. */
  readonly name: string | undefined
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
