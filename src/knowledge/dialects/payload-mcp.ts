import type { CallView, Dialect, RegistrationDraft } from '../../engine/rows.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'
import { readTable } from './read-table.ts'

/**
 * `@payloadcms/plugin-mcp` 3.90: `mcpPlugin({ mcp: { tools, prompts, resources } })`, lists of definitions that the plug-in
 * registers with the SDK; `parameters` and `argsSchema` are raw shapes and enforced. Handlers are given the Payload
 * request after the input; variables of a template are not validated.
 */
export const payloadMcp: Dialect = {
  name: 'payload-mcp',
  modules: ['@payloadcms/plugin-mcp'],
  registrars: [{
    path: 'Member[mcpPlugin]',
    read: (call) => [
      ...readList(call, 'tools', 'tool', 'parameters'), ...readList(call, 'prompts', 'prompt', 'argsSchema'),
      ...readList(call, 'resources', 'resource', undefined),
    ],
  }],
}

function readList(
  call: CallView, list: string, kind: 'tool' | 'prompt' | 'resource', schema: string | undefined,
): readonly RegistrationDraft[] {
  return readTable(call, call.property(call.property(call.arg(0), 'mcp'), list), (object) => {
    const isTemplate = kind === 'resource' && call.property(object, 'uri').op === 'extern'
    return readDefinition(call, {
      kind: isTemplate ? 'resource-template' : kind, name: call.property(object, 'name'), handler: call.property(object, 'handler'),
      texts: object, place: object, schemaValue: schema === undefined ? undefined : firstProperty(call, object, [schema]),
      parameters: (input) => {
        if (kind !== 'resource') return [input, 'clean', 'clean']
        return isTemplate ? [{ source: 'resource-uri', name: 'uri' }, input, 'clean'] : ['clean', 'clean']
      },
    })
  })
}
