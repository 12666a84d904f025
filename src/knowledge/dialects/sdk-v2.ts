import type { Dialect } from '../../engine/rows.ts'
import { clientAnswers, serverAnswers } from './sdk-answers.ts'
import { channels } from './sdk-channels.ts'
import { completableRegistrars, completableSchemas } from './sdk-completable.ts'
import { highLevelRegistrars } from './sdk-high-level.ts'
import { inputAnswers } from './sdk-input-answers.ts'
import { lowLevelRegistrars } from './sdk-low-level.ts'

/** The packages of SDK 2.x: no positional methods, request handlers by method name. */
export const sdkV2: Dialect = {
  name: 'sdk-v2',
  modules: ['@modelcontextprotocol/server', '@modelcontextprotocol/client', '@modelcontextprotocol/core'],
  stdio: ['StdioServerTransport', 'serveStdio'],
  registrars: [...highLevelRegistrars, ...lowLevelRegistrars, ...completableRegistrars],
  calls: [...completableSchemas, ...clientAnswers, ...serverAnswers, ...inputAnswers, ...channels],
}
