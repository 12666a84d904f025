import type { CallView, Dialect, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'
import { readTable } from './read-table.ts'

/**
 * `@mastra/mcp` 2.0.0 on `@mastra/core` 1.x and 0.x: `new MCPServer({ tools, resources, prompts })`. Tools come from
 * `createTool` or are plain objects; only those that a server exposes count, under their key. The input is parsed with
 * `inputSchema` (`parameters` of plain objects). From core 1.0 `execute(inputData, context)`; before,
 * `execute({ context, runtimeContext })`, where `context` is the input: a handler that destructures `context` from its
 * first parameter is read in the old way. Of resources and prompts, `getResourceContent({ uri })` and
 * `getPromptMessages({ name, args })` get what the client sent.
 */
export const mastra: Dialect = {
  name: 'mastra',
  modules: ['@mastra/mcp'],
  calls: [{ path: 'Member[MCPServer].Instance.Member[startStdio]', stdio: () => 'speaks' }],
  registrars: [{
    path: 'Member[MCPServer].Instance',
    read: (call) => {
      const config = call.arg(0)
      return [
        ...readTools(call, call.property(config, 'tools')),
        ...readCallback(call, call.property(config, 'resources'), 'getResourceContent', 'resource-template', {
          uri: { source: 'resource-uri', name: 'uri' },
        }),
        ...readCallback(call, call.property(config, 'prompts'), 'getPromptMessages', 'prompt', {
          name: { source: 'request-field', name: 'name' }, args: { source: 'prompt-argument', name: '' },
        }),
      ]
    },
  }],
}

function readTools(call: CallView, tools: Value): readonly RegistrationDraft[] {
  return readTable(call, tools, (object, key) => {
    const handler = call.property(object, 'execute')
    return readDefinition(call, {
      kind: 'tool', name: key === undefined ? call.property(object, 'id') : call.constantOf(key), handler,
      schemaValue: firstProperty(call, object, ['inputSchema', 'parameters']), texts: object, place: object,
      parameters: (input) => (readsContext(handler) ? [{ fields: { context: input } }, 'clean'] : [input, 'clean']),
    })
  })
}

/** Whether a function takes `context` out of its first parameter. */
function readsContext(handler: Value): boolean {
  const first = handler.op === 'closure' ? handler.facts.params[0] : undefined
  return first?.op === 'object' && first.properties.some((property) => property.key === 'context')
}

function readCallback(
  call: CallView, owner: Value, method: string, kind: 'resource-template' | 'prompt', fields: Readonly<Record<string, HandlerParameter>>,
): RegistrationDraft[] {
  if (!call.keys(owner)?.includes(method)) return []
  const handler = call.property(owner, method)
  return [readDefinition(call, { kind, name: undefined, handler, place: handler, parameters: () => [{ fields }] }) ?? []].flat()
}
