import type { Library } from '../../../engine/rows.ts'
import { fetchRow } from '../language/fetch-row.ts'
import { requestUses } from '../language/request-uses.ts'

/** https://undici.nodejs.org (undici 6 and 7): only `fetch` follows redirects by itself. */
export const undici: Library = {
  modules: ['undici'],
  flows: [{ path: 'Member[Request].Instance', returns: 'derived', from: [0] }],
  calls: [
    fetchRow('Member[fetch]', "import { fetch } from 'undici';", 'fetch'),
    {
      path: 'Member[request,stream,pipeline]',
      sinks: (call) => requestUses(call, { url: call.arg(0), options: call.arg(1), follows: false }),
      examples: [{ code: "import undici from 'undici'; await undici.request(INPUT)", kind: 'url' }],
    },
    {
      path: 'Member[Client,Pool].Instance',
      sinks: (call) => requestUses(call, { url: call.arg(0), options: call.arg(1), follows: false }),
      examples: [{ code: "import { Client } from 'undici'; new Client(INPUT)", kind: 'url' }],
    },
  ],
}
