import type { CallView, HandlerParameter, RegistrarRow, RegistrationDraft } from '../../engine/rows.ts'
import type { SchemaNode } from '../../engine/flow/schema-node.ts'
import type { Value } from '../../engine/flow/values.ts'
import { requestContext } from './request-context.ts'
import { isHandler } from './sdk-handler.ts'
import { METHOD_OF_SCHEMA, METHODS } from './sdk-methods.ts'
import type { Method } from './sdk-methods.ts'

const SERVERS = ['Member[Server,Client].Instance', 'Member[McpServer].Instance.Member[server]'] as const

/** Every version has these; a schema of the protocol that it is given tells the rest. */
const INLINED = ['connect', 'setRequestHandler'] as const

/** The low-level `Server`: only the envelope of a request is checked, never `arguments`, `uri` or a prompt's values. */
export const lowLevelRegistrars: readonly RegistrarRow[] = SERVERS.flatMap((server): RegistrarRow[] => [
  { path: `${server}.Member[setRequestHandler]`, byName: true, inlinedWith: INLINED, read: readRequestHandler },
  { path: `${server}.Member[setNotificationHandler]`, byName: true, inlinedWith: INLINED, read: readNotificationHandler },
  { path: `${server}.Member[fallbackRequestHandler,fallbackNotificationHandler]`, byName: true, isAssigned: true, read: readFallback },
])

/** A method of the specification, or one of the author's own. */
interface Handled {
  readonly method: Method
  readonly name: Value | undefined
}

const REQUEST_FIELD: HandlerParameter = { source: 'request-field', name: '' }
const UNREAD: SchemaNode = { clears: 0, open: true, unknown: true }

function readRequestHandler(call: CallView): RegistrationDraft | undefined {
  const handler = call.arg(call.args.length > 2 ? 2 : 1)
  if (call.args.length < 2 || !isHandler(call, handler)) return undefined
  if (call.args.length > 2) return readCustomMethod(call, handler)
  const handled = resolveSchema(call) ?? resolveMethod(call)
  if (!handled) return undefined
  const { method, name } = handled
  return {
    kind: method.kind, name: method.kind === 'method' || method.kind === 'client-request' ? name : undefined, schemaState: 'advertised',
    handlers: [{ handler, parameters: [{ fields: { params: method.params } }, requestContext(call)] }],
  }
}

/** v2, `setRequestHandler('acme/search', { params }, handler)`: the handler gets the parsed parameters themselves. */
function readCustomMethod(call: CallView, handler: Value): RegistrationDraft | undefined {
  const name = call.arg(0)
  if (typeof call.constant(name)?.value !== 'string') return undefined
  const schema = call.schema(call.property(call.arg(1), 'params')) ?? UNREAD
  return {
    kind: 'method', name, schema, schemaState: schema === UNREAD ? 'unknown' : 'enforced',
    handlers: [{ handler, parameters: [{ source: 'request-field', name: '', schema }, requestContext(call)] }],
  }
}

/** `initialize` and the like by name (v2). */
function resolveMethod(call: CallView): Handled | undefined {
  const name = call.arg(0)
  const text = call.constant(name)?.value
  if (typeof text !== 'string') return undefined
  return { method: METHODS[text] ?? { kind: 'method', params: REQUEST_FIELD }, name }
}

/**
 * A schema constant (v1), or a schema of the author's own with a literal `method`. A bundle may have made the constant
 * itself, or renamed it: `CallToolRequestSchema2`.
 */
function resolveSchema(call: CallView): Handled | undefined {
  const schema = call.arg(0)
  if (call.constant(schema)) return undefined
  const path = schema.op === 'extern' ? schema.path : ''
  const method = METHOD_OF_SCHEMA[constantIn(path) ?? ''] ?? METHOD_OF_SCHEMA[constantIn(call.nameOf(0)) ?? '']
  if (method !== undefined) return { method: METHODS[method] ?? { kind: 'method', params: REQUEST_FIELD }, name: call.constantOf(method) }
  const name = methodLiteral(call, schema)
  const known = METHODS[String(name && call.constant(name)?.value)]
  if (known) return { method: known, name }
  if (!name && constantIn(call.nameOf(0)) === undefined) return undefined
  const params = call.schema(schema)?.fields?.get('params') ?? UNREAD
  return { method: { kind: 'method', params: { source: 'request-field', name: '', schema: params } }, name }
}

function constantIn(name: string): string | undefined {
  return /(?<name>[A-Z][A-Za-z]*(?:Request|Notification)Schema)\d*$/u.exec(name)?.groups?.['name']
}

/** The text in `z.object({ method: z.literal('acme/search') })` or in `RequestSchema.extend({ … })`. */
function methodLiteral(call: CallView, schema: Value): Value | undefined {
  if (schema.op !== 'extern') return undefined
  for (const shape of schema.args ?? []) {
    const literal = call.property(shape, 'method')
    const [text] = (literal.op === 'extern' && literal.path.endsWith('literal()') && literal.args) || []
    if (text && typeof call.constant(text)?.value === 'string') return text
  }
  return schema.from && methodLiteral(call, schema.from)
}

function readNotificationHandler(call: CallView): RegistrationDraft | undefined {
  const handler = call.arg(call.args.length - 1)
  const schema = call.arg(0)
  const text = call.constant(schema) ? schema : methodLiteral(call, schema)
  const isKnown = text !== undefined || constantIn(schema.op === 'extern' ? schema.path : call.nameOf(0)) !== undefined
  if (call.args.length < 2 || !isHandler(call, handler) || !isKnown) return undefined
  const parameter: HandlerParameter = call.args.length > 2
    ? { source: 'request-field', name: '', schema: UNREAD } : { fields: { params: REQUEST_FIELD } }
  return { kind: 'notification', name: text, schemaState: 'advertised', handlers: [{ handler, parameters: [parameter] }] }
}

/** `server.fallbackRequestHandler = handler`: gets every request that has no handler of its own. */
function readFallback(call: CallView): RegistrationDraft | undefined {
  const handler = call.arg(0)
  if (!call.isFunction(handler)) return undefined
  const request: HandlerParameter = { fields: { method: { toolName: true }, params: REQUEST_FIELD } }
  return { kind: 'method', name: undefined, schemaState: 'none', handlers: [{ handler, parameters: [request, requestContext(call)] }] }
}
