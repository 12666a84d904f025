import type { MessageRow } from '../../engine/declaring-rows.ts'
import type { Dialect } from '../../engine/rows.ts'
import { METHODS } from './sdk-methods.ts'

/** Methods that nothing but MCP has and whose parameters go somewhere. */
const TOLD_APART = ['tools/call', 'resources/read', 'prompts/get', 'completion/complete'] as const

/**
 * A server without an SDK: code that compares the `method` of a message with those of the specification. Nothing of
 * such a message is validated. https://modelcontextprotocol.io/specification
 */
export const jsonRpc: Dialect = {
  name: 'json-rpc',
  modules: [],
  words: ['tools/call'],
  registrars: [],
  messages: TOLD_APART.flatMap((method): MessageRow[] => {
    const known = METHODS[method]
    return known ? [{ method, kind: known.kind, params: known.params }] : []
  }),
}
