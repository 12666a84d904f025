import type { CallView, Guard } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { hostIn } from './host-in.ts'

/** The beginnings of private, loopback and link-local addresses. */
const PRIVATE_RANGE = /^(?:0\.|10\.|127\.|169\.254|172\.|192\.168|::|fe[89ab]|f[cd])/iu
/** A pattern that looks for an IPv4 address, or for one of those ranges. */
const ADDRESS_PATTERN = /\\d(?:[+*]|\{[^}]*\})?\)?\\\.|(?:10|127|169|172|192)\)?\\\./u

/**
 * `isIP(host)`, `host.startsWith('10.')`, a pattern of an IP address: code that asks what kind of address a host is
 * refuses some of them, by ways that cannot all be read, such as arithmetic on its parts. Taken for a check of the
 * host; not one of a whole address, and redirects get around it.
 */
export const addressTest: Guard = {
  name: 'address-test',
  methods: ['startsWith', 'test', 'exec', 'match'],
  prove: (call) => {
    const { receiver } = call
    if (!receiver) return undefined
    if (receiver.op === 'regex') return learnAddress(call, ADDRESS_PATTERN.test(receiver.source) ? call.arg(0) : undefined)
    const [argument] = [call.arg(0)]
    if (argument.op === 'regex') return learnAddress(call, ADDRESS_PATTERN.test(argument.source) ? receiver : undefined)
    const prefix = call.constant(argument)?.value
    return learnAddress(call, typeof prefix === 'string' && PRIVATE_RANGE.test(prefix) ? receiver : undefined)
  },
}

/** `net.isIP(host)` and its kin; `BlockList.check(address)`. */
export const addressKind: Guard = {
  name: 'address-kind',
  paths: ['net:isIP', 'net:isIPv4', 'net:isIPv6', 'net:BlockList.new.check', 'is-ip:isIP', 'is-ip:'],
  prove: (call) => learnAddress(call, call.arg(0)),
}

/** What was learned holds on both sides; the outcome itself is left to others. */
function learnAddress(call: CallView, value: Value | undefined): undefined {
  const host = value && hostIn(call, value)
  if (host) call.learn([{ value: host, clears: ['url'] }])
}
