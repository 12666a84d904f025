import type { Library } from '../../../engine/rows.ts'
import { hostOf, requestUses } from '../language/request-uses.ts'

/** https://nodejs.org/api/http.html and https.html: redirects are not followed. */
export const http: Library = {
  modules: ['http', 'https'],
  calls: [{
    path: 'Member[get,request]',
    sinks: (call) => requestUses(call, {
      url: hostOf(call, call.arg(0)), options: call.keys(call.arg(0)) === undefined ? call.arg(1) : call.arg(0), follows: false,
    }),
    examples: [
      { code: "import https from 'node:https'; https.get(INPUT)", kind: 'url' },
      { code: "import https from 'node:https'; https.get({ hostname: INPUT, path: '/' })", kind: 'url' },
      { code: "import https from 'node:https'; https.get({ hostname: 'example.com', path: INPUT })", kind: 'none' },
    ],
  }],
}
