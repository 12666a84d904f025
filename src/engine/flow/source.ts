import type { SourceKind } from '../../knowledge/kinds.ts'
import type { Registration } from '../registrations/registration.ts'
import type { SchemaNode } from './schema-node.ts'

/** One place where untrusted data enters a handler: a parameter, or a path below it. */
export interface Source {
  readonly id: number
  readonly kind: SourceKind
  readonly registration: Registration
  /** How a message calls the whole of it; empty where only its fields have names. */
  readonly name: string
  /** What the framework enforced before the handler ran. */
  readonly schema?: SchemaNode
  /** True for the name of the tool itself, on which handlers dispatch. */
  readonly isToolName?: boolean
  /** Arguments that nothing parsed: `request.params.arguments` of a low-level server. */
  readonly isRawArguments?: boolean
}
