import type { Library } from '../../../engine/rows.ts'
import { requestUses } from '../language/request-uses.ts'

/** https://github.com/tomas/needle (needle 3): follows no redirects unless told to. */
export const needle: Library = {
  modules: ['needle'],
  calls: [
    {
      path: 'Member[get,head,post,put,patch,delete]',
      sinks: (call) => requestUses(call, { url: call.arg(0), follows: false }),
      examples: [{ code: "import needle from 'needle'; await needle.get(INPUT)", kind: 'url' }],
    },
    {
      path: '',
      sinks: (call) => requestUses(call, { url: call.arg(1), argument: 1, follows: false }),
      examples: [{ code: "import needle from 'needle'; await needle('get', INPUT)", kind: 'url' }],
    },
  ],
}
