import type { DecoratedView } from '../../engine/declaring-rows.ts'
import type { CallView, Dialect, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'

/**
 * `@rekog/mcp-nest` 1.9 and 2.0: decorators on methods; a name that is not given is the method's. In 1.x the method takes
 * `(args, context, request)`; in 2.x each parameter says by a decorator what it is, `@Payload()` being the input. Tool
 * arguments are parsed with `parameters` (2.0 checks a JSON Schema as well); what prompts and templates are given is not.
 * Without `parameters`, 1.x parses with an empty object and so passes nothing on; 2.0 passes what the client sent.
 */
export const mcpNest: Dialect = {
  name: 'mcp-nest',
  modules: ['@rekog/mcp-nest'],
  registrars: [],
  stdio: ['StdioTransport'],
  decorators: [
    { path: 'Member[Tool]', read: (method, view) => readMethod(method, view, 'tool') },
    { path: 'Member[Prompt]', read: (method, view) => readMethod(method, view, 'prompt') },
    { path: 'Member[Resource]', read: (method, view) => readMethod(method, view, 'resource') },
    { path: 'Member[ResourceTemplate]', read: (method, view) => readMethod(method, view, 'resource-template') },
  ],
}

type Kind = 'tool' | 'prompt' | 'resource' | 'resource-template'

function readMethod(method: DecoratedView, view: CallView, kind: Kind): RegistrationDraft | undefined {
  const options = method.args[0] ?? view.constantOf(undefined)
  const isMarked = Array.from({ length: method.arity }, (_, index) => method.decoratorsOf(index)).some((names) => names.length > 0)
  return readDefinition(view, {
    kind, name: nameOf(method, view, options), handler: method.handler, texts: options,
    schemaValue: firstProperty(view, options, ['parameters']), isEnforced: kind === 'tool',
    parameters: (input, hasSchema) => {
      const given = kind === 'resource' || (kind === 'tool' && !hasSchema && !isMarked) ? 'clean' : input
      return isMarked ? markedParameters(method, given) : [given, 'clean', { source: 'request-field', name: '' }]
    },
  })
}

function nameOf(method: DecoratedView, view: CallView, options: Value): Value {
  return view.keys(options)?.includes('name') ? view.property(options, 'name') : view.constantOf(method.name)
}

function markedParameters(method: DecoratedView, input: HandlerParameter): HandlerParameter[] {
  return Array.from({ length: method.arity }, (_, index) => {
    const names = method.decoratorsOf(index)
    if (names.includes('Payload')) return input
    return names.includes('McpRawRequest') ? { source: 'request-field', name: '' } : 'clean'
  })
}
