import type { CallView, Dialect, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { readSchemaArgument } from './sdk-schema-argument.ts'

/** `fastmcp` 1.x to 4.x: definitions are objects; `load` of a resource gets the identity first, not input. */
export const fastmcp: Dialect = {
  name: 'fastmcp',
  modules: ['fastmcp', 'fastmcp/edge', 'litemcp'],
  registrars: [
    { path: 'Member[FastMCP,EdgeFastMCP,LiteMCP].Instance.Member[addTool]', byName: true, read: (call) => readTool(call, call.arg(0)) },
    {
      path: 'Member[FastMCP,EdgeFastMCP,LiteMCP].Instance.Member[addTools]',
      read: (call) => (call.elements(call.arg(0)) ?? []).flatMap((item) => readTool(call, item) ?? []),
    },
    { path: 'Member[FastMCP,EdgeFastMCP,LiteMCP].Instance.Member[addPrompt]', read: (call) => readLoader(call, 'prompt') },
    {
      path: 'Member[FastMCP,EdgeFastMCP,LiteMCP].Instance.Member[addResourceTemplate]',
      read: (call) => readLoader(call, 'resource-template'),
    },
  ],
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
    handlers: [{ handler, parameters: [parameter, 'clean'] }],
  }
}

function readLoader(call: CallView, kind: 'prompt' | 'resource-template'): RegistrationDraft | undefined {
  const definition = call.arg(0)
  const handler = call.property(definition, 'load')
  if (!call.isFunction(handler)) return undefined
  const source = kind === 'prompt' ? 'prompt-argument' : 'resource-uri'
  return {
    kind, name: call.property(definition, 'name'), schemaState: 'none',
    handlers: [{ handler, parameters: [{ source, name: '' }, 'clean', 'clean'] }],
  }
}
