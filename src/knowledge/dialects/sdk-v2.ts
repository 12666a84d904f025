import type { Dialect } from '../../engine/rows.ts'
import { highLevelRegistrars } from './sdk-high-level.ts'
import { lowLevelRegistrars } from './sdk-low-level.ts'

/** `@modelcontextprotocol/server` 2.x: no positional methods, request handlers by method name. */
export const sdkV2: Dialect = {
  name: 'sdk-v2',
  modules: ['@modelcontextprotocol/server', '@modelcontextprotocol/core'],
  registrars: [...highLevelRegistrars, ...lowLevelRegistrars],
}
