import type { CallView, Dialect, HandlerDraft, HandlerParameter, RegistrarRow, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import type { SourceKind } from '../kinds.ts'
import { speaksStdio } from './speaks-stdio.ts'
import { readSchemaArgument } from './sdk-schema-argument.ts'

const SERVER = 'Member[FastMCP,EdgeFastMCP,LiteMCP].Instance'

/** What a tool gets beside its arguments: `session` is what `authenticate` returned. */
const CONTEXT: HandlerParameter = {
  fields: {
    session: 'clean',
    client: { source: 'request-field', name: 'client' },
    sessionId: { source: 'request-field', name: 'sessionId' },
    log: { module: 'fastmcp', path: 'Context.new.log' },
    streamContent: { module: 'fastmcp', path: 'Context.new.streamContent' },
    elicit: { returns: { source: 'client-result', name: '' } },
  },
}

const READERS: Readonly<Record<string, (call: CallView, definition: Value) => RegistrationDraft | undefined>> = {
  addTool: readTool,
  addPrompt: (call, definition) => readLoader(call, definition, 'prompt'),
  addResource: readResource,
  addResourceTemplate: (call, definition) => readLoader(call, definition, 'resource-template'),
}

/** `fastmcp` 1.x to 4.x and `litemcp`: definitions are objects, one by one or in lists. */
export const fastmcp: Dialect = {
  name: 'fastmcp',
  modules: ['fastmcp', 'fastmcp/edge', 'litemcp'],
  calls: [
    {
      path: 'Member[FastMCP,LiteMCP].Instance.Member[start]',
      stdio: (call) => speaksStdio(call, call.args.length > 0 ? call.property(call.arg(0), 'transportType') : undefined),
    },
    {
      path: 'Member[Context].Instance.Member[log].Member[debug,error,info,warn]',
      channels: (call) => call.args.map((value, argument) => ({ channel: 'notification', value, argument })),
    },
    {
      path: 'Member[Context].Instance.Member[streamContent]',
      channels: (call) => [{ channel: 'response', value: call.arg(0), argument: 0 }],
    },
    {
      // Its text is the answer; other errors are sent with a prefix.
      path: 'Member[UserError].Instance',
      returns: (call) => call.derived('instance', [call.arg(0)]),
      channels: (call) => [{ channel: 'error-text', value: call.arg(0), argument: 0 }],
    },
  ],
  registrars: Object.entries(READERS).flatMap(([method, read]): RegistrarRow[] => [
    { path: `${SERVER}.Member[${method}]`, byName: looksLikeServer, read: (call) => read(call, call.arg(0)) },
    {
      path: `${SERVER}.Member[${method}s]`,
      read: (call) => (call.elements(call.arg(0)) ?? []).flatMap((item) => read(call, item) ?? []),
    },
  ]),
}

/** Without a known receiver, the definition must be whole: a name, and a handler under the framework's key. */
function looksLikeServer(call: CallView): boolean {
  const keys = call.keys(call.arg(0)) ?? []
  return call.args.length === 1 && keys.includes('name') && (keys.includes('execute') || keys.includes('load'))
}

function readTool(call: CallView, definition: Value): RegistrationDraft | undefined {
  const handler = call.property(definition, 'execute')
  if (call.keys(definition) === undefined || !call.isFunction(handler)) return undefined
  const schema = readSchemaArgument(call, call.property(definition, 'parameters'))
  const parameter: HandlerParameter = schema.form === 'schema' ? { source: 'tool-argument', name: '', schema: schema.schema }
    : schema.form === 'unknown' ? { source: 'tool-argument', name: '', schema: { clears: 0, open: true, unknown: true } } : 'clean'
  return {
    kind: 'tool', name: call.property(definition, 'name'), description: call.property(definition, 'description'),
    annotations: call.property(definition, 'annotations'), schemaState: schema.form === 'schema' ? 'enforced' : schema.form,
    ...(schema.form === 'schema' ? { schema: schema.schema } : {}),
    handlers: [{ handler, parameters: [parameter, CONTEXT] }, ...accessHandlers(call, definition)],
  }
}

/** `canAccess(session)` decides on the verified identity. */
function accessHandlers(call: CallView, definition: Value): readonly HandlerDraft[] {
  const handler = call.property(definition, 'canAccess')
  return call.isFunction(handler) ? [{ handler, parameters: ['clean'] }] : []
}

/** A fixed URI: `load` gets the identity first, and nothing that the client chose. */
function readResource(call: CallView, definition: Value): RegistrationDraft | undefined {
  const handler = call.property(definition, 'load')
  if (!call.isFunction(handler)) return undefined
  return {
    kind: 'resource', name: call.property(definition, 'name'), schemaState: 'none',
    handlers: [{ handler, parameters: ['clean', 'clean'] }, ...completeHandlers(call, definition, 'resource-uri')],
  }
}

/** `load(args, auth, context)`: the arguments are strings that nothing validates. */
function readLoader(call: CallView, definition: Value, kind: 'prompt' | 'resource-template'): RegistrationDraft | undefined {
  const handler = call.property(definition, 'load')
  if (!call.isFunction(handler)) return undefined
  const source = kind === 'prompt' ? 'prompt-argument' : 'resource-uri'
  return {
    kind, name: call.property(definition, 'name'), description: call.property(definition, 'description'), schemaState: 'none',
    handlers: [
      { handler, parameters: [{ source, name: '' }, 'clean', 'clean'] }, ...completeHandlers(call, definition, source),
    ],
  }
}

/** `arguments: [{ name, complete(value, auth) }]`, and `complete(name, value, auth)` beside it. */
function completeHandlers(call: CallView, definition: Value, source: SourceKind): readonly HandlerDraft[] {
  const value: HandlerParameter = { source, name: 'value' }
  const own = call.property(definition, 'complete')
  const inner = (call.elements(call.property(definition, 'arguments')) ?? []).map((item) => call.property(item, 'complete'))
  return [
    ...inner.filter((item) => call.isFunction(item)).map((handler): HandlerDraft => ({ handler, parameters: [value, 'clean'] })),
    ...(call.isFunction(own) ? [{ handler: own, parameters: [{ source, name: 'name' }, value, 'clean'] } satisfies HandlerDraft] : []),
  ]
}
