import type { CallView, Dialect, RegistrationDraft } from '../../engine/rows.ts'
import type { ExternValue, Value } from '../../engine/flow/values.ts'
import { readDefinition } from './read-definition.ts'

/**
 * `trpc-to-mcp` 1.3: procedures of tRPC with `.meta({ mcp: { … } })` are tools. The resolver of `.query` and `.mutation` gets
 * `{ input }`, parsed with what `.input` was given. Without a name in the metadata the tool has that of its route, which
 * the procedure does not know.
 */
export const trpcToMcp: Dialect = {
  name: 'trpc-to-mcp',
  modules: ['trpc-to-mcp', 'trpc-to-mcp/adapters/vercel-mcp-adapter'],
  hosts: ['@trpc/server'],
  registrars: [
    { path: 'Any.Member[meta]', read: () => undefined },
    { path: 'Any.Member[query,mutation]', isFollowUp: true, read: readResolver },
  ],
}

function readResolver(call: CallView): RegistrationDraft | undefined {
  const texts = metadataOf(call)
  if (!texts) return undefined
  const name = call.keys(texts)?.includes('name') ? call.property(texts, 'name') : undefined
  return readDefinition(call, {
    kind: 'tool', name, handler: call.arg(0), texts, schemaValue: argumentOf(call.receiver, 'input'),
    parameters: (input) => [{ fields: { input } }],
  })
}

function metadataOf(call: CallView): Value | undefined {
  const meta = argumentOf(call.receiver, 'meta')
  const mcp = meta && call.keys(meta)?.includes('mcp') ? call.property(meta, 'mcp') : undefined
  return mcp && call.keys(mcp) !== undefined && call.constant(call.property(mcp, 'enabled'))?.value !== false ? mcp : undefined
}

/** What the last call of this method in a chain was given. */
function argumentOf(chain: Value | undefined, method: string): Value | undefined {
  for (let step = chain; step?.op === 'extern'; step = step.from) if (isCallOf(step, method)) return step.args?.[0]
  return undefined
}

function isCallOf({ path }: ExternValue, method: string): boolean {
  return path.endsWith(`.${method}()`)
}
