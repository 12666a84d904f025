import type { DecoratedView } from '../../engine/declaring-rows.ts'
import type { CallView, Dialect, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'

/**
 * `@nestjs-mcp/server` 0.3.0: decorators on the methods of a `@Resolver()`. They become the callbacks of the SDK's
 * `McpServer`, so tool and prompt arguments are parsed with `paramsSchema` and `argsSchema`, template variables are not,
 * and without a schema a method gets the request context alone.
 */
export const nestjsMcpServer: Dialect = {
  name: 'nestjs-mcp-server',
  modules: ['@nestjs-mcp/server'],
  registrars: [],
  decorators: [
    { path: 'Member[Tool]', read: (method, view) => readMethod(method, view, 'tool', 'paramsSchema') },
    { path: 'Member[Prompt]', read: (method, view) => readMethod(method, view, 'prompt', 'argsSchema') },
    { path: 'Member[Resource]', read: readResource },
  ],
}

const CONTEXT: HandlerParameter = { source: 'request-field', name: '', isRawArguments: true }

function readMethod(method: DecoratedView, view: CallView, kind: 'tool' | 'prompt', key: string): RegistrationDraft | undefined {
  const options = method.args[0] ?? view.constantOf(undefined)
  return readDefinition(view, {
    kind, name: view.property(options, 'name'), handler: method.handler, texts: options,
    schemaValue: firstProperty(view, options, [key]), parameters: (input, hasSchema) => (hasSchema ? [input, 'clean'] : [CONTEXT]),
  })
}

function readResource(method: DecoratedView, view: CallView): RegistrationDraft | undefined {
  const options = method.args[0] ?? view.constantOf(undefined)
  const isTemplate = view.keys(options)?.includes('template') ?? false
  return readDefinition(view, {
    kind: isTemplate ? 'resource-template' : 'resource', name: view.property(options, 'name'), handler: method.handler,
    parameters: (input) => (isTemplate ? [{ source: 'resource-uri', name: 'uri' }, input, 'clean'] : ['clean', 'clean']),
  })
}
