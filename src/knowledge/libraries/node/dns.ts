import type { Library } from '../../../engine/rows.ts'
import { runCallback } from '../language/run-callback.ts'

const LOOK_UP = 'Member[lookup,resolve,resolve4,resolve6,resolveAny]'

/**
 * https://nodejs.org/api/dns.html. Nobody resolves a name before a request but to judge the address: the answer is
 * taken for a check of the name, which redirects get around.
 */
export const dns: Library = {
  modules: ['dns', 'dns/promises'],
  calls: [LOOK_UP, `Member[promises].${LOOK_UP}`, `Member[Resolver].Instance.${LOOK_UP}`].map((path) => ({
    path,
    returns: (call) => {
      const [host] = [call.arg(0)]
      call.learn([{ value: host, clears: ['url'] }])
      const address = call.derived('address-of', [host])
      return runCallback(call, () => [call.constantOf(null), address]) ?? address
    },
  })),
}
