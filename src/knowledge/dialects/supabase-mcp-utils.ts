import type { CallView, Dialect, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'
import { definitionsIn, readTable } from './read-table.ts'

/**
 * `@supabase/mcp-utils` 0.8.0: `createMcpServer({ tools, resources })`, where either may be a function. The key of a tool
 * is its name; `execute(params, ctx)` gets what `parameters.strict().parse` let through, `read(uri, params)` of a
 * template what the client sent.
 */
export const supabaseMcpUtils: Dialect = {
  name: 'supabase-mcp-utils',
  modules: ['@supabase/mcp-utils'],
  registrars: [{
    path: 'Member[createMcpServer]',
    read: (call) => [...readTools(call), ...readResources(call, call.property(call.arg(0), 'resources'))],
  }],
}

function readTools(call: CallView): readonly RegistrationDraft[] {
  return readTable(call, call.property(call.arg(0), 'tools'), (object, key) => readDefinition(call, {
    kind: 'tool', name: key === undefined ? undefined : call.constantOf(key), handler: call.property(object, 'execute'),
    schemaValue: firstProperty(call, object, ['parameters']), texts: object, place: object, parameters: (input) => [input, 'clean'],
  }))
}

/** `resource(uri, { read })` and `resourceTemplate(pattern, { read })`, in a list or in `resources(scheme, [ … ])`. */
function readResources(call: CallView, table: Value): RegistrationDraft[] {
  const list = call.isFunction(table) ? call.call(table, []) : table
  return (call.elements(list) ?? call.alternatives(list)).flatMap((item) => {
    if (item.op !== 'extern' || !item.args) return []
    const [first, second] = item.args
    if (second && call.elements(second)) return readResources(call, second)
    const isTemplate = /ResourceTemplate\(\)$|resourceTemplate\(\)$/u.test(item.path)
    return definitionsIn(call, item).flatMap((object) => readDefinition(call, {
      kind: isTemplate ? 'resource-template' : 'resource', name: first, handler: call.property(object, 'read'), place: object,
      parameters: (input) => (isTemplate ? [{ source: 'resource-uri', name: 'uri' }, input] : ['clean']),
    }) ?? [])
  })
}
