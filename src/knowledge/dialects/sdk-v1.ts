import type { Dialect } from '../../engine/rows.ts'
import { highLevelRegistrars, positionalRegistrars } from './sdk-high-level.ts'
import { lowLevelRegistrars } from './sdk-low-level.ts'

/** `@modelcontextprotocol/sdk`, compared from 1.0 to 1.32. */
export const sdkV1: Dialect = {
  name: 'sdk-v1',
  modules: [
    '@modelcontextprotocol/sdk', '@modelcontextprotocol/sdk/server/mcp.js', '@modelcontextprotocol/sdk/server/mcp',
    '@modelcontextprotocol/sdk/server/index.js', '@modelcontextprotocol/sdk/server/index', '@modelcontextprotocol/sdk/server',
    '@modelcontextprotocol/sdk/server/index.d.ts', '@modelcontextprotocol/sdk/dist/esm/server/mcp.js',
    '@modelcontextprotocol/sdk/dist/esm/server/index.js', '@modelcontextprotocol/sdk/types.js',
  ],
  registrars: [...highLevelRegistrars, ...positionalRegistrars, ...lowLevelRegistrars],
}
