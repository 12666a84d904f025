import type { HandlerParameter } from '../../engine/rows.ts'
import type { RegistrationKind } from '../../engine/registrations/registration.ts'

/** A request or a notification of the protocol. */
export interface Method {
  readonly kind: RegistrationKind
  /** What `params` holds; `undefined` where nothing of it is worth following. */
  readonly params: HandlerParameter
}

const REQUEST_FIELD: HandlerParameter = { source: 'request-field', name: '' }
const FROM_SERVER: HandlerParameter = { source: 'server-result', name: '' }

const CALL: Method = {
  kind: 'request',
  params: {
    fields: {
      name: { toolName: true }, arguments: { source: 'tool-argument', name: '', isRawArguments: true },
      _meta: { source: 'request-field', name: '_meta' },
    },
  },
}
const READ: Method = { kind: 'resource-template', params: { fields: { uri: { source: 'resource-uri', name: 'uri' } } } }
const PROMPT: Method = {
  kind: 'prompt', params: { fields: { name: { toolName: true }, arguments: { source: 'prompt-argument', name: '' } } },
}
const COMPLETE: Method = {
  kind: 'completion',
  params: {
    fields: {
      ref: REQUEST_FIELD, argument: REQUEST_FIELD, context: { fields: { arguments: { source: 'prompt-argument', name: '' } } },
    },
  },
}
const SUBSCRIPTION: Method = { kind: 'subscription', params: READ.params }
const LISTING: Method = { kind: 'listing', params: REQUEST_FIELD }
const OTHER: Method = { kind: 'method', params: REQUEST_FIELD }
const ASKED: Method = { kind: 'client-request', params: FROM_SERVER }

/** Handlers by method, as v2 registers them; https://modelcontextprotocol.io/specification */
export const METHODS: Readonly<Record<string, Method>> = {
  'tools/call': CALL,
  'tools/list': { kind: 'tool-listing', params: REQUEST_FIELD },
  'resources/read': READ,
  'resources/subscribe': SUBSCRIPTION,
  'resources/unsubscribe': SUBSCRIPTION,
  'subscriptions/listen': SUBSCRIPTION,
  'resources/list': LISTING,
  'resources/templates/list': LISTING,
  'prompts/list': LISTING,
  'prompts/get': PROMPT,
  'completion/complete': COMPLETE,
  'logging/setLevel': OTHER,
  initialize: OTHER,
  ping: OTHER,
  'server/discover': OTHER,
  'tasks/get': OTHER,
  'tasks/list': OTHER,
  'tasks/cancel': OTHER,
  'tasks/result': OTHER,
  'sampling/createMessage': ASKED,
  'elicitation/create': ASKED,
  'roots/list': ASKED,
}

/** The method of each schema constant of v1 (`types.js`, 1.32). */
export const METHOD_OF_SCHEMA: Readonly<Record<string, string>> = {
  CallToolRequestSchema: 'tools/call',
  ListToolsRequestSchema: 'tools/list',
  ReadResourceRequestSchema: 'resources/read',
  SubscribeRequestSchema: 'resources/subscribe',
  UnsubscribeRequestSchema: 'resources/unsubscribe',
  ListResourcesRequestSchema: 'resources/list',
  ListResourceTemplatesRequestSchema: 'resources/templates/list',
  ListPromptsRequestSchema: 'prompts/list',
  GetPromptRequestSchema: 'prompts/get',
  CompleteRequestSchema: 'completion/complete',
  SetLevelRequestSchema: 'logging/setLevel',
  InitializeRequestSchema: 'initialize',
  PingRequestSchema: 'ping',
  GetTaskRequestSchema: 'tasks/get',
  GetTaskPayloadRequestSchema: 'tasks/result',
  ListTasksRequestSchema: 'tasks/list',
  CancelTaskRequestSchema: 'tasks/cancel',
  CreateMessageRequestSchema: 'sampling/createMessage',
  ElicitRequestSchema: 'elicitation/create',
  ListRootsRequestSchema: 'roots/list',
}
