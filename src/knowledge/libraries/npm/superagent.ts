import type { CallView, Library, SinkUse } from '../../../engine/rows.ts'
import { requestUses } from '../language/request-uses.ts'

/** https://ladjs.github.io/superagent (superagent 10): follows five redirects. */
export const superagent: Library = {
  modules: ['superagent'],
  calls: [
    {
      path: 'Member[get,post,put,patch,del,delete,head]',
      sinks: (call) => requestUses(call, { url: call.arg(0), follows: true }),
      examples: [{ code: "import request from 'superagent'; await request.get(INPUT)", kind: 'redirected-url' }],
    },
    {
      path: '',
      sinks: plainUses,
      examples: [{ code: "import request from 'superagent'; await request('GET', INPUT)", kind: 'redirected-url' }],
    },
  ],
}

function plainUses(call: CallView): SinkUse[] {
  const argument = call.args.length > 1 ? 1 : 0
  return requestUses(call, { url: call.arg(argument), argument, follows: true })
}
