import type { Capability } from '../../knowledge/kinds.ts'
import type { Constant, Range } from '../facts/ir.ts'
import type { SchemaNode } from '../flow/schema-node.ts'
import type { Change } from '../rows.ts'
import type { RegistrationKind } from './registration.ts'

/** Something that a handler does to the world around it, and where. */
export interface HandlerEffect {
  readonly capability: Capability
  /** Given where it is certain that something lasting is changed. */
  readonly change?: Change
  /** What the text calls it: `fs.writeFile`. */
  readonly name: string
  readonly file: string
  readonly line: number
  readonly at: Range
  /** The functions between the handler and the call, outermost first. */
  readonly route: readonly string[]
  /** The tools in whose branch of a dispatch it stands; `undefined` outside of any. */
  readonly tools: readonly string[] | undefined
}

/** The annotations of a tool. */
export interface Hints {
  readonly values: ReadonlyMap<string, Constant>
  /** True where there may be more than `values` tells. */
  readonly isOpen: boolean
  /** The object literal that holds them. */
  readonly place?: { readonly file: string; readonly at: Range }
}

/** What stands where the schema belongs: an object of schemas, a schema, a description of one such as JSON Schema. */
export type SchemaForm = 'none' | 'shape' | 'schema' | 'description' | 'unknown'

/** What a server tells its clients of a tool, a prompt or a resource, as plain data. */
export interface Declaration {
  readonly kind: RegistrationKind
  readonly dialect: string
  readonly name: string | undefined
  /** The text shown to the model; unknown parts are blank, and alternatives stand one to a line. */
  readonly description?: string
  readonly hints?: Hints
  readonly schema?: SchemaNode
  readonly schemaForm: SchemaForm
  /** Equal for what is declared to one server, with its module before the `#`; `undefined` where the server is not known. */
  readonly server: string | undefined
  readonly file: string
  readonly line: number
  /** The registering call, or the object that a low-level server lists. */
  readonly at: Range
  readonly isListed: boolean
  readonly effects: readonly HandlerEffect[]
  /** True where its handler logs something, and not only where something failed. */
  readonly isLogged: boolean
}
