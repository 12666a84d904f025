import type { CallView, Dialect } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { highLevelRegistrars, positionalRegistrars } from './sdk-high-level.ts'
import { lowLevelRegistrars } from './sdk-low-level.ts'

const MODULES = ['mcp-handler', '@vercel/mcp-adapter'] as const
const SERVER = 'McpServer.new'

/** `mcp-handler` 1.x and 2.x, once `@vercel/mcp-adapter`: a callback gets the SDK's server and registers on it. */
export const mcpHandler: Dialect = {
  name: 'mcp-handler',
  modules: MODULES,
  registrars: [...highLevelRegistrars, ...positionalRegistrars, ...lowLevelRegistrars].map((row) => ({ ...row, byName: false })),
  calls: [{ path: 'Member[createMcpHandler]', isEntry: true, returns: handOverServer }],
}

function handOverServer(call: CallView): Value {
  const result = call.unknown(`handler of ${call.callee}`)
  if (call.isFunction(call.arg(0))) call.call(call.arg(0), [call.extern(MODULES[0], SERVER)])
  return result
}
