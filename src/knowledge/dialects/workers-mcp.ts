import type { Dialect, HandlerParameter } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { readDefinition } from './read-definition.ts'

/** What the platform calls, and not the proxy. */
const LIFE_CYCLE: ReadonlySet<string> = new Set(['fetch', 'scheduled', 'queue', 'tail', 'email', 'alarm', 'trace'])

/**
 * `workers-mcp` 0.0.13: `new ProxyToSelf(this)` makes a tool of every public method of the worker. Arguments are
 * positional; their types come from comments at build time, and nothing checks them.
 */
export const workersMcp: Dialect = {
  name: 'workers-mcp',
  modules: ['workers-mcp'],
  registrars: [{
    path: 'Member[ProxyToSelf].Instance',
    read: (call) => call.methods(call.arg(0)).filter((name) => !LIFE_CYCLE.has(name)).flatMap((name) => {
      const handler = call.property(call.arg(0), name)
      return readDefinition(call, {
        kind: 'tool', name: call.constantOf(name), handler, place: handler, isEnforced: false, parameters: () => positional(handler),
      }) ?? []
    }),
  }],
}

function positional(handler: Value): HandlerParameter[] {
  const count = handler.op === 'closure' ? handler.facts.params.length : 0
  return Array.from({ length: count }, (_, index) => ({ source: 'tool-argument', name: `argument ${index + 1}` }))
}
