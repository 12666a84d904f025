import type { Dialect } from '../../engine/rows.ts'
import { readRegisterTool } from './sdk-high-level.ts'
import { readResource } from './sdk-resource.ts'

/** `@modelcontextprotocol/ext-apps` 0.3 to 2.0: the SDK's registrations as functions, the server first. */
export const extApps: Dialect = {
  name: 'ext-apps',
  modules: ['@modelcontextprotocol/ext-apps', '@modelcontextprotocol/ext-apps/server'],
  registrars: [
    { path: 'Member[registerAppTool]', read: (call) => readRegisterTool(call, 1) },
    { path: 'Member[registerAppResource]', read: (call) => readResource(call, 1) },
  ],
}
