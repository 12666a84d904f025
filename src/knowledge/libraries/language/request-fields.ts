import type { Library } from '../../../engine/rows.ts'
import { heldInHeaders } from '../../secrets/held-in-headers.ts'

/** What clients send beside their arguments, as handlers are given it: `requestInfo.headers`, or `http.req` in SDK 2.x. */
export const requestFields: Library = {
  modules: ['request-field'],
  holds: (path) => heldInHeaders(path.replace(/^(?:requestInfo|req)\./u, '')),
}
