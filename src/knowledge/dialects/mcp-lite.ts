import type { CallView, Dialect, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'

const SERVER = 'Member[McpServer].Instance'

/**
 * `mcp-lite` 0.10.0: the handler stands in the definition. Only a Standard Schema is enforced (`createValidationFunction`);
 * a JSON Schema is told to the client and nothing more. Variables of a resource are passed through the validators that
 * stand before its handler, and as the client sent them without.
 */
export const mcpLite: Dialect = {
  name: 'mcp-lite',
  modules: ['mcp-lite'],
  registrars: [
    { path: `${SERVER}.Member[tool]`, byName: isUsed, read: (call) => readNamed(call, 'tool', ['inputSchema']) },
    { path: `${SERVER}.Member[prompt]`, byName: isUsed, read: (call) => readNamed(call, 'prompt', ['arguments', 'inputSchema']) },
    { path: `${SERVER}.Member[resource]`, read: readResource },
  ],
  calls: [{ path: `${SERVER}.Member[tool,prompt,resource,use,group,onError]`, returns: (call) => call.receiver }],
}

/** These are words of many libraries: without a known receiver they count in a package that makes such a server. */
function isUsed(call: CallView): boolean {
  return call.imports('mcp-lite', 'McpServer')
}

function readNamed(call: CallView, kind: 'tool' | 'prompt', schemas: readonly string[]): RegistrationDraft | undefined {
  const [name, definition] = [call.arg(0), call.arg(1)]
  if (call.args.length !== 2 || !call.keys(definition)?.includes('handler')) return undefined
  const schemaValue = firstProperty(call, definition, schemas)
  return readDefinition(call, {
    kind, name, handler: call.property(definition, 'handler'), texts: definition, schemaValue, place: definition,
    isEnforced: !(schemaValue && isJsonSchema(call, schemaValue)), parameters: (input) => [input, 'clean'],
  })
}

function isJsonSchema(call: CallView, value: Value): boolean {
  return !call.schema(value) && (call.keys(value)?.some((key) => key === 'type' || key === 'properties' || key === '$ref') ?? false)
}

function readResource(call: CallView): RegistrationDraft | undefined {
  const [uri, validators] = [call.arg(0), call.args.length > 3 ? call.arg(2) : undefined]
  const text = call.constant(uri)?.value
  const isTemplate = typeof text !== 'string' || text.includes('{')
  return readDefinition(call, {
    kind: isTemplate ? 'resource-template' : 'resource', name: uri, handler: call.args.at(-1) ?? call.arg(2),
    schemaValue: validators, texts: call.arg(1),
    parameters: (input) => (isTemplate ? [{ source: 'resource-uri', name: 'uri' }, input, 'clean'] : ['clean', 'clean', 'clean']),
  })
}
