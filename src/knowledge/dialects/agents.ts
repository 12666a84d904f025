import type { CallView, Dialect } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { highLevelRegistrars } from './sdk-high-level.ts'
import { lowLevelRegistrars } from './sdk-low-level.ts'

/**
 * Cloudflare's `agents` 0.2 to 0.32. `McpAgent` registers on a server of the SDK in its `server`, with the verified
 * identity in `this.props`; `createMcpHandler` takes a server or a function that makes one.
 */
export const agents: Dialect = {
  name: 'agents',
  modules: ['agents', 'agents/mcp', 'agents/mcp/server'],
  registrars: [...highLevelRegistrars, ...lowLevelRegistrars].map((row) => ({ ...row, byName: false })),
  calls: [{ path: 'Member[createMcpHandler]', isEntry: true, returns: makeServer }],
}

function makeServer(call: CallView): Value {
  const result = call.unknown(`handler of ${call.callee}`)
  if (call.isFunction(call.arg(0))) call.call(call.arg(0), [call.unknown('context')])
  return result
}
