import type { CallView, HandlerParameter } from '../../engine/rows.ts'

function requestField(name: string): HandlerParameter {
  return { source: 'request-field', name }
}

/** Something that the SDK itself gives; `sdk-channels.ts` says where it leads and what it holds. */
function contextMember(name: string): HandlerParameter {
  return { module: '@modelcontextprotocol/sdk', path: `RequestHandlerExtra.new.${name}` }
}

const AUTH_INFO = contextMember('authInfo')

/** What the client answers, read through any of the ways to ask it. */
const ANSWER: HandlerParameter = { returns: { source: 'client-result', name: '' } }

/**
 * What the SDK hands to a handler beside its arguments: `extra` in v1, `ctx` in v2; no member means another thing in the
 * other version. `authInfo` is what an authentication middleware verified.
 */
const CONTEXT = {
  authInfo: AUTH_INFO,
  sendNotification: contextMember('sendNotification'),
  _meta: requestField('_meta'),
  sessionId: requestField('sessionId'),
  requestInfo: requestField('requestInfo'),
  sendRequest: ANSWER,
  http: { fields: { authInfo: AUTH_INFO, req: requestField('req') } },
} as const satisfies Record<string, HandlerParameter>

const ENVELOPE = {
  log: contextMember('log'),
  notify: contextMember('sendNotification'),
  _meta: requestField('_meta'),
  envelope: requestField('envelope'),
  inputResponses: { source: 'client-result', name: 'inputResponses' },
  send: ANSWER,
  elicitInput: ANSWER,
  requestSampling: ANSWER,
} as const satisfies Record<string, HandlerParameter>

/** The context of a handler that gets its arguments apart from it. */
export function requestContext(call: CallView): HandlerParameter {
  return { fields: contextFields(call) }
}

/** The context as the only argument, which handlers without a schema get and may take for their arguments. */
export function onlyContext(call: CallView): HandlerParameter {
  return { fields: contextFields(call), rest: { source: 'request-field', name: '', isRawArguments: true } }
}

function contextFields(call: CallView): Readonly<Record<string, HandlerParameter>> {
  const requestState: HandlerParameter = takesUnsignedState(call) ? { returns: requestField('requestState') } : 'clean'
  return { ...CONTEXT, mcpReq: { fields: { ...ENVELOPE, requestState } } }
}

/**
 * True where the server was made without `requestState.verify`: a client may then send back whatever state it likes.
 * Where the making of the server cannot be seen, nobody is blamed.
 */
function takesUnsignedState(call: CallView): boolean {
  const { receiver } = call
  if (receiver?.op !== 'extern' || !receiver.args) return false
  const [, options] = receiver.args
  if (!options) return true
  const state = call.property(options, 'requestState')
  const isNone = call.constant(state) !== undefined
  return call.keys(options) !== undefined && isNone
}
