import type { CallView, Dialect, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'

/**
 * `@azure/functions` 4.16: `app.mcpTool(id, { toolName, toolProperties, handler(messages, context) })`. The properties are
 * told to the client and nothing parses with them; arguments come in the first parameter and in
 * `context.triggerMetadata.mcptoolargs`.
 */
export const azureFunctions: Dialect = {
  name: 'azure-functions',
  modules: [],
  hosts: ['@azure/functions'],
  words: ['mcpTool', 'mcpResource', 'mcpPrompt'],
  registrars: [
    { path: 'Member[app].Member[mcpTool]', read: (call) => readTrigger(call, 'tool', ['toolName'], ['mcptoolargs']) },
    { path: 'Member[app].Member[mcpPrompt]', read: (call) => readTrigger(call, 'prompt', ['promptName'], ['mcppromptargs']) },
    { path: 'Member[app].Member[mcpResource]', read: (call) => readTrigger(call, 'resource-template', ['resourceName', 'uri'], []) },
  ],
}

function readTrigger(
  call: CallView, kind: 'tool' | 'prompt' | 'resource-template', names: readonly string[], metadata: readonly string[],
): RegistrationDraft | undefined {
  const options = call.arg(1)
  if (call.keys(options) === undefined) return undefined
  return readDefinition(call, {
    kind, name: firstProperty(call, options, names) ?? call.arg(0), handler: call.property(options, 'handler'), texts: options,
    schemaValue: firstProperty(call, options, ['toolProperties']), isEnforced: false,
    parameters: (input) => [input, { fields: { triggerMetadata: { fields: fieldsOf(metadata, input) } } }],
  })
}

function fieldsOf(names: readonly string[], input: HandlerParameter): Readonly<Record<string, HandlerParameter>> {
  return Object.fromEntries(names.map((name) => [name, input]))
}
