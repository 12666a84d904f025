import type { Dialect, HandlerParameter } from '../../engine/rows.ts'
import { readSchemaArgument } from './sdk-schema-argument.ts'

const HANDLERS = ['execute', 'handler'] as const
const SCHEMAS = ['inputSchema', 'parameters', 'paramsSchema', 'schema'] as const

/**
 * An object that names a tool, its schema and its handler, collected and registered by code that cannot be followed:
 * plug-in folders, registries, frameworks of an organisation's own.
 */
export const toolObject: Dialect = {
  name: 'tool-object',
  modules: [],
  registrars: [],
  handlerKeys: HANDLERS,
  definition: (object, view) => {
    const keys = view.keys(object) ?? []
    const handlerKey = HANDLERS.find((key) => keys.includes(key))
    const schemaKey = SCHEMAS.find((key) => keys.includes(key))
    if (!handlerKey || !schemaKey || !keys.includes('name') || !keys.includes('description')) return undefined
    const name = view.property(object, 'name')
    const handler = view.property(object, handlerKey)
    if (typeof view.constant(name)?.value !== 'string' || !view.isFunction(handler)) return undefined
    const schema = readSchemaArgument(view, view.property(object, schemaKey))
    const parameter: HandlerParameter = schema.form === 'schema' ? { source: 'tool-argument', name: '', schema: schema.schema }
      : { source: 'tool-argument', name: '' }
    return {
      kind: 'tool', name, description: view.property(object, 'description'), annotations: view.property(object, 'annotations'),
      schemaState: schema.form === 'schema' ? 'enforced' : 'unknown', handlers: [{ handler, parameters: [parameter, 'clean'] }],
      ...(schema.form === 'schema' ? { schema: schema.schema } : {}),
    }
  },
}
