import type { Dialect } from '../../engine/rows.ts'
import { clientAnswers, serverAnswers } from './sdk-answers.ts'
import { channels } from './sdk-channels.ts'
import { checkedDefinitions } from './sdk-checked-definitions.ts'
import { completableRegistrars, completableSchemas } from './sdk-completable.ts'
import { highLevelRegistrars, positionalRegistrars } from './sdk-high-level.ts'
import { lowLevelRegistrars } from './sdk-low-level.ts'
import { authProviders, authProviderRegistrars } from './sdk-auth-provider.ts'

const PACKAGE = '@modelcontextprotocol/sdk'
const FILES = [
  'server', 'server/index', 'server/mcp', 'server/completable',
  'client', 'client/index', 'client/auth', 'client/sse', 'client/streamableHttp', 'types',
] as const

/** `@modelcontextprotocol/sdk`, compared from 1.0 to 1.32. */
export const sdkV1: Dialect = {
  name: 'sdk-v1',
  // What the package exports, and what is imported past its exports, with and without the extension.
  modules: [PACKAGE, ...['', '/dist', '/dist/esm', '/dist/cjs'].flatMap((folder) => (
    FILES.flatMap((file) => ['', '.js', '.d.ts'].map((extension) => `${PACKAGE}${folder}/${file}${extension}`))))],
  stdio: ['StdioServerTransport', `${PACKAGE}/server/stdio.js`, `${PACKAGE}/server/stdio`],
  registrars: [...highLevelRegistrars, ...positionalRegistrars, ...lowLevelRegistrars, ...completableRegistrars, ...authProviderRegistrars],
  classes: authProviders,
  calls: [...completableSchemas, ...clientAnswers, ...serverAnswers, ...channels, ...checkedDefinitions],
}
