import type { CallRow } from '../../engine/rows.ts'

/**
 * What the client sent with a request that was tried again (v2): `acceptedContent(responses, key)` and `inputResponse`
 * hand it on as it is; a schema as third argument validates it.
 */
export const inputAnswers: readonly CallRow[] = [
  {
    path: 'Member[acceptedContent]',
    returns: (call) => {
      const content = call.entry(call.arg(0), call.arg(1))
      const schema = call.args.length > 2 ? call.schema(call.arg(2)) ?? { clears: 0, open: true, unknown: true } : undefined
      return schema ? call.parsed(content, schema) : content
    },
  },
  { path: 'Member[inputResponse]', returns: (call) => call.entry(call.arg(0), call.arg(1)) },
]
