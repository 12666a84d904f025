import type { CallView, Library } from '../../../engine/rows.ts'
import type { ChannelUse } from '../../../engine/confidential-rows.ts'
import { heldInHeaders } from '../../secrets/held-in-headers.ts'

const RESPONSE = 'Member[ServerResponse].Instance'
const REQUEST = 'IncomingMessage.new.'

/** https://nodejs.org/api/http.html#class-httpserverresponse */
export const httpServer: Library = {
  modules: ['http', 'https'],
  calls: [
    {
      path: 'Member[createServer]',
      callbacks: (call) => [call.extern('http', 'IncomingMessage.new'), call.extern('http', 'ServerResponse.new')],
    },
    { path: `${RESPONSE}.Member[end,write]`, channels: body },
    { path: `${RESPONSE}.Member[writeHead].ReturnValue.Member[end]`, channels: body },
  ],
  holds: (path) => (path.startsWith(REQUEST) ? heldInHeaders(path.slice(REQUEST.length)) : undefined),
}

function body(call: CallView): ChannelUse[] {
  return [{ channel: 'http-response', value: call.arg(0), argument: 0 }]
}
