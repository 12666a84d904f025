import type { CallView, Dialect, RegistrationDraft } from '../../engine/rows.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'

/**
 * `@cyanheads/mcp-ts-core` 0.10.17: `tool(name, { input, handler })`, `resource(template, { params, handler })` and
 * `prompt(name, { args, generate })`, collected by `createApp`. What is defined is registered where it is defined.
 * `input`, `params` and `args` are enforced. `ctx` is the server's but for `ctx.uri` of a resource.
 */
export const mcpTsCore: Dialect = {
  name: 'mcp-ts-core',
  modules: [
    '@cyanheads/mcp-ts-core', '@cyanheads/mcp-ts-core/tools', '@cyanheads/mcp-ts-core/resources', '@cyanheads/mcp-ts-core/prompts',
    '@cyanheads/mcp-ts-core/worker',
  ],
  registrars: [
    { path: 'Member[tool,appTool]', read: (call) => readNamed(call, 'tool', 'input', 'handler') },
    { path: 'Member[prompt]', read: (call) => readNamed(call, 'prompt', 'args', 'generate') },
    { path: 'Member[resource,appResource]', read: readResource },
  ],
}

function readNamed(call: CallView, kind: 'tool' | 'prompt', schema: string, method: string): RegistrationDraft | undefined {
  const options = call.arg(1)
  return readDefinition(call, {
    kind, name: call.arg(0), handler: call.property(options, method), texts: options,
    schemaValue: firstProperty(call, options, [schema]), parameters: (input) => [input, 'clean'],
  })
}

function readResource(call: CallView): RegistrationDraft | undefined {
  const [uri, options] = [call.arg(0), call.arg(1)]
  const text = call.constant(uri)?.value
  const isTemplate = typeof text !== 'string' || text.includes('{')
  return readDefinition(call, {
    kind: isTemplate ? 'resource-template' : 'resource', name: firstProperty(call, options, ['name']) ?? uri,
    handler: call.property(options, 'handler'), texts: options, schemaValue: firstProperty(call, options, ['params']),
    parameters: (input) => (isTemplate ? [input, { fields: { uri: { source: 'resource-uri', name: 'uri' } } }] : ['clean', 'clean']),
  })
}
