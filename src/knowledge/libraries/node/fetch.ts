import type { Library } from '../../../engine/rows.ts'
import { fetchRow } from '../language/fetch-row.ts'
import { requestUses } from '../language/request-uses.ts'

/** https://nodejs.org/api/globals.html#fetch and the other clients among the globals */
export const fetch: Library = {
  modules: ['global'],
  flows: [{ path: 'Member[Request].Instance', returns: 'derived', from: [0] }],
  calls: [
    fetchRow('Member[fetch]', '', 'fetch'),
    {
      path: 'Member[WebSocket,EventSource].Instance',
      sinks: (call) => requestUses(call, { url: call.arg(0), follows: false }),
      examples: [{ code: 'new WebSocket(INPUT)', kind: 'url' }, { code: 'new EventSource(new URL(INPUT))', kind: 'url' }],
    },
  ],
}
