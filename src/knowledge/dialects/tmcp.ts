import type { CallView, Dialect, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'

type Kind = 'tool' | 'prompt' | 'resource' | 'resource-template'

const METHODS = [['tool', 'tool'], ['prompt', 'prompt'], ['resource', 'resource'], ['template', 'resource-template']] as const
const DEFINERS = [
  ['defineTool', 'tool'], ['definePrompt', 'prompt'], ['defineResource', 'resource'], ['defineTemplate', 'resource-template'],
] as const

/**
 * `tmcp` 1.20.0: options first, handler second, or as `execute` of the options. With `schema` (any Standard Schema) the
 * handler gets what the schema let through, without it nothing. URIs and template variables are not validated. A
 * `define…` call is the place of what it defines, wherever `server.tools([…])` collects it.
 */
export const tmcp: Dialect = {
  name: 'tmcp',
  modules: ['tmcp', 'tmcp/tool', 'tmcp/prompt', 'tmcp/resource', 'tmcp/template'],
  stdio: ['@tmcp/transport-stdio'],
  registrars: [
    ...METHODS.map(([method, kind]) => (
      { path: `Member[McpServer].Instance.Member[${method}]`, byName: isUsed, read: (call: CallView) => readOptions(call, kind) })),
    ...DEFINERS.map(([name, kind]) => ({ path: `Member[${name}]`, read: (call: CallView) => readOptions(call, kind) })),
  ],
  calls: [{ path: 'Member[McpServer].Instance.Member[withContext]', returns: (call) => call.receiver }],
}

/** These are words of many libraries: without a known receiver they count in a package that makes such a server. */
function isUsed(call: CallView): boolean {
  return call.imports('tmcp', 'McpServer')
}

function readOptions(call: CallView, kind: Kind): RegistrationDraft[] | undefined {
  const options = call.arg(0)
  if (!call.keys(options)?.includes('name')) return undefined
  const handler = call.args.length > 1 ? call.arg(1) : call.property(options, 'execute')
  const draft = readDefinition(call, {
    kind, name: call.property(options, 'name'), handler, texts: options, schemaValue: firstProperty(call, options, ['schema']),
    parameters: (input, hasSchema) => parametersOf(kind, hasSchema, input),
  })
  return draft && [draft, ...readCompletions(call, options)]
}

function parametersOf(kind: Kind, hasSchema: boolean, input: HandlerParameter): readonly HandlerParameter[] {
  if (kind === 'resource') return ['clean']
  if (kind === 'resource-template') return [{ source: 'resource-uri', name: 'uri' }, input]
  return hasSchema ? [input] : []
}

/** `complete: { variable: (query, context) => … }`. */
function readCompletions(call: CallView, options: Value): RegistrationDraft[] {
  const complete = call.property(options, 'complete')
  return (call.keys(complete) ?? []).flatMap((key) => readDefinition(call, {
    kind: 'completion', name: call.constantOf(key), handler: call.property(complete, key), place: call.property(complete, key),
    parameters: () => [{ source: 'prompt-argument', name: key }, { source: 'prompt-argument', name: 'context' }],
  }) ?? [])
}
