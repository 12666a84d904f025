import type { CallView, Dialect, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'
import { readTable } from './read-table.ts'

const CONTEXT = 'Member[navigator,document].Member[modelContext]'

/**
 * Tools of a page: `document.modelContext.registerTool({ … })`, `navigator.modelContext` before, `provideContext({ tools })`
 * in the first draft, and the hook `useWebMCP({ … })`. `inputSchema` is told to the agent and not enforced.
 * https://webmachinelearning.github.io/webmcp/
 */
export const webMcp: Dialect = {
  name: 'web-mcp',
  modules: ['@mcp-b/react-webmcp', 'usewebmcp', '@mcp-b/global', '@mcp-b/webmcp-polyfill'],
  hosts: ['global'],
  words: ['modelContext'],
  registrars: [
    ...['', 'Member[window].', 'Member[self].'].flatMap((owner) => [
      { path: `${owner}${CONTEXT}.Member[registerTool]`, read: (call: CallView) => readTool(call, call.arg(0)) },
      {
        path: `${owner}${CONTEXT}.Member[provideContext]`,
        read: (call: CallView) => readTable(call, call.property(call.arg(0), 'tools'), (object) => readTool(call, object, object)),
      },
    ]),
    { path: 'Member[useWebMCP]', read: (call) => readTool(call, call.arg(0)) },
  ],
}

function readTool(call: CallView, definition: Value, place?: Value): RegistrationDraft | undefined {
  if (call.keys(definition) === undefined) return undefined
  const handler = firstProperty(call, definition, ['execute', 'handler'])
  return handler && readDefinition(call, {
    kind: 'tool', name: call.property(definition, 'name'), handler, texts: definition, isEnforced: false,
    schemaValue: firstProperty(call, definition, ['inputSchema']), parameters: (input) => [input, 'clean'], ...(place ? { place } : {}),
  })
}
