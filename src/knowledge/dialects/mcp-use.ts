import type { CallView, Dialect, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'

type Kind = 'tool' | 'prompt' | 'resource' | 'resource-template'

const SERVERS = ['Member[MCPServer].Instance', 'Member[createMCPServer].ReturnValue'] as const
const METHODS = [
  ['tool', 'tool'], ['prompt', 'prompt'], ['resource', 'resource'], ['resourceTemplate', 'resource-template'],
] as const

/**
 * `mcp-use` 1.34 (`mcp-use/server`) and 2.x: the definition first, the handler second or, in 1.x, as `cb` or
 * `readCallback` in it. The schema (`schema`; `inputs` and `args` are an older notation; from 2.0 also `inputSchema`) is
 * enforced. Variables of a template are not validated. Every method gives the server back.
 */
export const mcpUse: Dialect = {
  name: 'mcp-use',
  modules: ['mcp-use', 'mcp-use/server'],
  registrars: METHODS.flatMap(([method, kind]) => SERVERS.map((server) => (
    { path: `${server}.Member[${method}]`, byName: isUsed, read: (call: CallView) => readFirst(call, kind) }))),
  calls: SERVERS.map((server) => (
    { path: `${server}.Member[tool,prompt,resource,resourceTemplate,uiResource,use]`, returns: (call: CallView) => call.receiver })),
}

/** These are words of many libraries: without a known receiver they count in a package that makes such a server. */
function isUsed(call: CallView): boolean {
  return call.imports('mcp-use', 'MCPServer') || ['MCPServer', 'createMCPServer'].some((name) => call.imports('mcp-use/server', name))
}

function readFirst(call: CallView, kind: Kind): RegistrationDraft | undefined {
  const definition = call.arg(0)
  if (!call.keys(definition)?.includes('name')) return undefined
  const own = firstProperty(call, definition, ['cb', 'readCallback'])
  return readDefinition(call, {
    kind, name: call.property(definition, 'name'), handler: call.args.length > 1 ? call.arg(1) : own ?? call.arg(1),
    texts: definition, place: definition,
    schemaValue: firstProperty(call, definition, ['inputSchema', 'schema', 'inputs', 'args']),
    parameters: (input) => parametersOf(kind, input),
  })
}

function parametersOf(kind: Kind, input: HandlerParameter): readonly HandlerParameter[] {
  if (kind === 'resource') return ['clean', 'clean']
  return kind === 'resource-template' ? [{ source: 'resource-uri', name: 'uri' }, input, 'clean'] : [input, 'clean']
}
