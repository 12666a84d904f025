import type { Library } from '../../../engine/rows.ts'
import type { CallView } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { hostIn } from '../../guards/host-in.ts'

const LOAD = "import isPrivate from 'private-ip'; import net from 'node:net'; const { hostname } = new URL(INPUT);"

/** Packages that tell private addresses from public ones: private-ip 3, is-ip-private 1, ip 2, is-localhost-ip 2 */
export const addressChecks: Library = {
  modules: ['private-ip', 'is-ip-private', 'is-private-ip', 'ip', 'is-localhost-ip', 'is-in-private-subnet'],
  calls: ['', 'Member[isPrivate,isLoopback,isPrivateIP,is_ip_private]'].map((path) => ({
    path,
    returns: (call: CallView) => unlessPrivate(call, call.arg(0)),
    examples: [
      { code: `${LOAD} if (isPrivate(hostname)) throw new Error(); net.connect(80, hostname)`, kind: 'none' },
      { code: `${LOAD} if (!isPrivate(hostname)) throw new Error(); net.connect(80, hostname)`, kind: 'url' },
      { code: `${LOAD} if (isPrivate(INPUT)) throw new Error(); await fetch(INPUT, { redirect: 'manual' })`, kind: 'url' },
    ],
  })),
}

/** What holds of the host of an address where the test is false; of a whole address the packages can say nothing. */
function unlessPrivate(call: CallView, value: Value): Value {
  const host = hostIn(call, value)
  return call.proves([], host ? [{ value: host, clears: ['url'] }] : [])
}
