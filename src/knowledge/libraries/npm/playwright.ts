import type { Library } from '../../../engine/rows.ts'
import { requestUses } from '../language/request-uses.ts'

const METHODS = 'Member[get,post,put,patch,delete,head,fetch]'

/** https://playwright.dev/docs/api/class-apirequestcontext (playwright 1): redirects are followed, 20 by default. */
export const playwright: Library = {
  modules: ['playwright', 'playwright-core', '@playwright/test'],
  calls: ['Member[request].Member[newContext].ReturnValue.', 'Member[APIRequestContext].Instance.'].map((owner) => ({
    path: `${owner}${METHODS}`,
    sinks: (call) => requestUses(call, { url: call.arg(0), options: call.arg(1), follows: true }),
    examples: [
      {
        code: "import { request } from 'playwright'; const api = await request.newContext(); await api.get(INPUT)",
        kind: 'redirected-url' as const,
      },
      {
        code: "import { request } from 'playwright'; const api = await request.newContext(); "
          + 'await api.get(INPUT, { maxRedirects: 0 })',
        kind: 'url' as const,
      },
    ],
  })),
}
