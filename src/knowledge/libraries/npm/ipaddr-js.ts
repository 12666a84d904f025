import type { Library } from '../../../engine/rows.ts'
import { hostIn } from '../../guards/host-in.ts'

/** https://github.com/whitequark/ipaddr.js (ipaddr.js 2): parsed to be judged by its range. */
export const ipaddrJs: Library = {
  modules: ['ipaddr.js', 'ip-address', 'ip6addr', 'netmask', 'ip-range-check', 'ip-cidr'],
  calls: ['Member[parse,process,isValid]', 'Member[Address4,Address6].Instance', ''].map((path) => ({
    path,
    returns: (call) => {
      const host = hostIn(call, call.arg(0))
      if (host) call.learn([{ value: host, clears: ['url'] }])
      return undefined
    },
  })),
}
