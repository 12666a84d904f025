import type { CallView, HandlerParameter, RegistrarRow, RegistrationDraft } from '../../engine/rows.ts'
import type { RegistrationKind } from '../../engine/registrations/registration.ts'
import type { Value } from '../../engine/flow/values.ts'

const ANY_FIELD = { source: 'request-field', name: '' } as const

interface Method {
  readonly kind: RegistrationKind
  readonly params: Readonly<Record<string, HandlerParameter>>
}

const CALL: Method = {
  kind: 'request',
  params: {
    name: { toolName: true }, arguments: { source: 'tool-argument', name: '', isRawArguments: true }, _meta: ANY_FIELD,
  },
}
const LIST: Method = { kind: 'tool-listing', params: {} }
const READ: Method = { kind: 'resource-template', params: { uri: { source: 'resource-uri', name: 'uri' } } }
const PROMPT: Method = {
  kind: 'prompt', params: { name: { toolName: true }, arguments: { source: 'prompt-argument', name: '' } },
}
const COMPLETE: Method = {
  kind: 'completion',
  params: { ref: ANY_FIELD, argument: ANY_FIELD, context: { fields: { arguments: { source: 'prompt-argument', name: '' } } } },
}

/** By schema constant (v1) and by method name (v2); https://modelcontextprotocol.io/specification */
const METHODS: Readonly<Record<string, Method>> = {
  CallToolRequestSchema: CALL, 'tools/call': CALL,
  ListToolsRequestSchema: LIST, 'tools/list': LIST,
  ReadResourceRequestSchema: READ, 'resources/read': READ,
  SubscribeRequestSchema: READ, 'resources/subscribe': READ,
  UnsubscribeRequestSchema: READ, 'resources/unsubscribe': READ,
  GetPromptRequestSchema: PROMPT, 'prompts/get': PROMPT,
  CompleteRequestSchema: COMPLETE, 'completion/complete': COMPLETE,
}

/** The low-level `Server`: only the envelope of a request is checked, never `arguments`, `uri` or a prompt's values. */
export const lowLevelRegistrars: readonly RegistrarRow[] = [
  { path: 'Member[Server].Instance.Member[setRequestHandler]', byName: true, read: readHandler },
  { path: 'Member[McpServer].Instance.Member[server].Member[setRequestHandler]', read: readHandler },
]

function readHandler(call: CallView): RegistrationDraft | undefined {
  const method = methodOf(call.arg(0))
  const handler = call.arg(call.args.length > 2 ? 2 : 1)
  if (method === undefined) return undefined
  const known = METHODS[method]
  if (!known) return undefined
  return {
    kind: known.kind, name: undefined, schemaState: 'advertised',
    handlers: [{ handler, parameters: [{ fields: { params: { fields: known.params } } }, 'clean'] }],
  }
}

/** The schema constant or the method string. A bundle may rename the constant: `CallToolRequestSchema2`. */
function methodOf(value: Value): string | undefined {
  if (value.op === 'constant') return typeof value.constant === 'string' ? value.constant : undefined
  const name = value.op === 'extern' ? value.path : value.op === 'unknown' ? value.label : ''
  return /([A-Z][A-Za-z]*RequestSchema)\d*$/u.exec(name)?.[1]
}
