import type { CallView, Dialect, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import type { SchemaNode } from '../../engine/flow/schema-node.ts'
import { readDefinition } from './read-definition.ts'
import { speaksStdio } from './speaks-stdio.ts'
import { readSchemaArgument } from './sdk-schema-argument.ts'
import type { SchemaArgument } from './sdk-schema-argument.ts'

/**
 * `mcp-framework` 0.2.22: each file of `tools`, `prompts` and `resources` exports a class. Before `execute` and
 * `generateMessages` the arguments are parsed with `schema` (`BaseTool.validateInput`, `BasePrompt.getMessages`); what
 * `complete` is given is not. `read` takes no arguments.
 */
export const mcpFramework: Dialect = {
  name: 'mcp-framework',
  modules: ['mcp-framework'],
  registrars: [],
  calls: [{
    path: 'Member[MCPServer].Instance',
    stdio: (call) => speaksStdio(call, call.args.length > 0 ? transportOf(call) : undefined),
  }],
  classes: [
    { path: 'Member[MCPTool]', read: readTool },
    { path: 'Member[MCPPrompt]', read: (instance, view) => [...list(readPrompt(instance, view)), ...readCompletion(instance, view)] },
    { path: 'Member[MCPResource]', read: (instance, view) => [...list(readResource(instance, view)), ...readCompletion(instance, view)] },
  ],
}

/** `new MCPServer({ transport: { type: 'http-stream' } })`. */
function transportOf(call: CallView): Value | undefined {
  const transport = call.property(call.arg(0), 'transport')
  return call.constant(transport)?.value === undefined && call.constant(transport) ? undefined : call.property(transport, 'type')
}

function readTool(instance: Value, view: CallView): RegistrationDraft | undefined {
  return readMember(instance, view, 'tool', 'execute')
}

function readPrompt(instance: Value, view: CallView): RegistrationDraft | undefined {
  return readMember(instance, view, 'prompt', 'generateMessages')
}

function readResource(instance: Value, view: CallView): RegistrationDraft | undefined {
  return readMember(instance, view, 'resource', 'read')
}

/** A class without a name of its own is one that others extend. */
function readMember(instance: Value, view: CallView, kind: RegistrationDraft['kind'], method: string): RegistrationDraft | undefined {
  const name = view.property(instance, 'name')
  if (name.op === 'unknown' || !view.methods(instance).includes(method)) return undefined
  return readDefinition(view, {
    kind, name, handler: view.property(instance, method), texts: instance,
    schemaValue: view.property(instance, 'schema'), schema: readSchema(view, view.property(instance, 'schema')),
    parameters: (input) => (kind === 'resource' ? [] : [input]),
  })
}

function readCompletion(instance: Value, view: CallView): RegistrationDraft[] {
  if (!view.methods(instance).includes('complete')) return []
  return list(readDefinition(view, {
    kind: 'completion', name: view.property(instance, 'name'), handler: view.property(instance, 'complete'),
    parameters: () => ['clean', { source: 'prompt-argument', name: 'value' }, { source: 'prompt-argument', name: '' }],
  }))
}

/** A `z.object`, or the older form in which each field holds its `type`. */
function readSchema(view: CallView, schema: Value): SchemaArgument {
  const keys = view.schema(schema) ? undefined : view.keys(schema)
  if (!keys) return readSchemaArgument(view, schema)
  const fields = new Map(keys.map((key): [string, SchemaNode] => (
    [key, view.schema(view.property(view.property(schema, key), 'type')) ?? { clears: 0, open: true, unknown: true }])))
  return { form: 'schema', schema: { clears: 0, fields } }
}

function list(draft: RegistrationDraft | undefined): RegistrationDraft[] {
  return draft ? [draft] : []
}
