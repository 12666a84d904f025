import type { ChannelUse } from '../../../engine/confidential-rows.ts'
import type { CallView, Library } from '../../../engine/rows.ts'

/** What a server on the Web's own interfaces answers: https://developer.mozilla.org/docs/Web/API/Response/Response */
export const webResponse: Library = {
  modules: ['global', 'next/server'],
  calls: [
    // Handlers of requests are exported, and called by the platform.
    { path: 'Member[Response,NextResponse].Instance', isEntry: true, channels: body },
    { path: 'Member[Response,NextResponse].Member[json]', isEntry: true, channels: body },
  ],
}

function body(call: CallView): readonly ChannelUse[] {
  return [{ channel: 'http-response', value: call.arg(0), argument: 0 }]
}
