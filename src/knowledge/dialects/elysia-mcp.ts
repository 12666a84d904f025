import type { CallView, Dialect } from '../../engine/rows.ts'
import { sdkRows } from './sdk-rows.ts'

const MODULE = 'elysia-mcp'

/** `elysia-mcp` 0.1.1: `mcp({ setupServer })` hands the SDK's `McpServer` to a callback, which registers on it. */
export const elysiaMcp: Dialect = {
  name: 'elysia-mcp',
  modules: [MODULE],
  registrars: sdkRows,
  calls: [{ path: 'Member[mcp]', isEntry: true, returns: handOverServer }],
}

function handOverServer(call: CallView): undefined {
  const setUp = call.property(call.arg(0), 'setupServer')
  if (call.isFunction(setUp)) call.call(setUp, [call.extern(MODULE, 'McpServer.new')])
  return undefined
}
