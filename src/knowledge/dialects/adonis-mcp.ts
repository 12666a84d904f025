import type { CallView, Dialect, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { readDefinition } from './read-definition.ts'

/**
 * `@jrmc/adonis-mcp` 1.0.0: classes that extend `Tool`, `Prompt` or `Resource`. What `schema()` gives is told to the client
 * only: `handle({ args, request })` gets `params.arguments` as they came (`CallTool.handle`).
 */
export const adonisMcp: Dialect = {
  name: 'adonis-mcp',
  modules: ['@jrmc/adonis-mcp'],
  registrars: [],
  classes: [
    { path: 'Member[Tool]', read: (instance, view) => readClass(instance, view, 'tool') },
    { path: 'Member[Prompt]', read: (instance, view) => readClass(instance, view, 'prompt') },
    { path: 'Member[Resource]', read: (instance, view) => readClass(instance, view, 'resource-template') },
  ],
}

/** A class without a name of its own is one that others extend. */
function readClass(instance: Value, view: CallView, kind: 'tool' | 'prompt' | 'resource-template'): RegistrationDraft | undefined {
  const name = view.property(instance, 'name')
  if (name.op === 'unknown' || !view.methods(instance).includes('handle')) return undefined
  const schema = view.methods(instance).includes('schema') ? view.property(instance, 'schema') : undefined
  return readDefinition(view, {
    kind, name, handler: view.property(instance, 'handle'), texts: instance,
    schemaValue: schema && view.call(schema, []), isEnforced: false,
    parameters: (input): HandlerParameter[] => [{
      fields: { args: input, request: { fields: { params: { fields: { arguments: input } } } } },
    }],
  })
}
