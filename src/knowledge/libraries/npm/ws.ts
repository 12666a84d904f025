import type { Library } from '../../../engine/rows.ts'
import { requestUses } from '../language/request-uses.ts'

/** ws 8 and eventsource 4, clients with the interfaces of the platform's own */
export const ws: Library = {
  modules: ['ws', 'eventsource', 'isomorphic-ws'],
  calls: ['Instance', 'Member[WebSocket,EventSource].Instance'].map((path) => ({
    path,
    sinks: (call) => requestUses(call, { url: call.arg(0), options: call.arg(2), follows: false }),
    examples: [{ code: "import WebSocket from 'ws'; new WebSocket(INPUT)", kind: 'url' }],
  })),
}
