import type { Library } from '../../../engine/rows.ts'
import { hostIn } from '../../guards/host-in.ts'

const LOAD = "import ipaddr from 'ipaddr.js'; import net from 'node:net'; const { hostname } = new URL(INPUT);"

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
    examples: [
      { code: `${LOAD} if (ipaddr.parse(hostname).range() !== 'unicast') throw new Error(); net.connect(80, hostname)`, kind: 'none' },
      { code: `${LOAD} net.connect(80, hostname)`, kind: 'url' },
      { code: `${LOAD} ipaddr.parse(INPUT); await fetch(INPUT, { redirect: 'manual' })`, kind: 'url' },
    ],
  })),
}
