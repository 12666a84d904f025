import type { CallView, Guard, Proof } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { hostIn } from './host-in.ts'

const SCHEME = /^(?:https?|wss?|mailto):/iu
/** Up to what ends the host: without it, `https://example.com` admits `https://example.com.evil.net`. */
const WHOLE_HOST = /^(?:https?|wss?):\/\/[^/?#\\@]+[/?#]/iu
/** Two labels at least, the first of which begins with the dot. */
const DOMAIN = /^\.[\w-]+(?:\.[\w-]+)*$/u
/** A pattern that ends, once and for all, with a domain of two labels written out. */
const DOMAIN_PATTERN = /(?:\\\.|\)\??|\^)[\w-]+\\\.(?:[\w-]|\\\.)+\$$/u

/** `url.startsWith('https://api.example.com/')` */
export const addressPrefix: Guard = {
  name: 'address-prefix',
  methods: ['startsWith'],
  prove: (call) => {
    const { receiver } = call
    if (!receiver || receiver.op === 'constant' || hostIn(call, receiver)) return undefined
    const prefixes = call.alternatives(call.arg(0)).map((item) => written(call, item))
    if (prefixes.some((prefix) => prefix === undefined)) return undefined
    const isHost = prefixes.every((prefix) => WHOLE_HOST.test(prefix ?? ''))
    const isScheme = prefixes.every((prefix) => SCHEME.test(prefix ?? ''))
    return isScheme ? call.proves([prefixProof(receiver, isHost)]) : undefined
  },
}

function prefixProof(value: Value, isHost: boolean): Proof {
  return { value, clears: isHost ? ['url', 'redirected-url', 'opened-url'] : ['opened-url'] }
}

/** A prefix; what is configured is taken for one that says enough. */
function written(call: CallView, prefix: Value): string | undefined {
  const parts = call.parts(prefix).map((part) => call.constant(part)?.value ?? (call.comesFromSource(part) ? undefined : 'https://base/'))
  return parts.includes(undefined) ? undefined : parts.join('')
}

/** `url.hostname.endsWith('.example.com')`: with the dot, so that it is a domain of the same owner. */
export const hostSuffix: Guard = {
  name: 'host-suffix',
  methods: ['endsWith'],
  prove: (call) => {
    const host = call.receiver && hostIn(call, call.receiver)
    if (!host) return undefined
    const suffixes = call.alternatives(call.arg(0)).map((item) => suffixText(call, item))
    return suffixes.every((suffix) => DOMAIN.test(suffix)) ? call.proves([{ value: host, clears: 'all' }]) : undefined
  },
}

function suffixText(call: CallView, suffix: Value): string {
  return call.parts(suffix)
    .map((part) => String(call.constant(part)?.value ?? (call.comesFromSource(part) ? '' : 'configured'))).join('')
}

/** `/^(?:[\w-]+\.)?example\.com$/.test(url.hostname)` */
export const hostPattern: Guard = {
  name: 'host-pattern',
  methods: ['test'],
  prove: (call) => {
    const { receiver } = call
    const host = hostIn(call, call.arg(0))
    const isDomain = receiver?.op === 'regex' && receiver.source.startsWith('^') && DOMAIN_PATTERN.test(receiver.source)
      && !hasAlternatives(receiver.source)
    return host && isDomain ? call.proves([{ value: host, clears: 'all' }]) : undefined
  },
}

/** True where an alternative stands outside any group, so that the anchors do not hold for each. */
function hasAlternatives(source: string): boolean {
  let depth = 0
  for (const character of source.replace(/\\./gsu, '').replace(/\[[^\]]*\]/gu, '')) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (character === '|' && depth === 0) return true
  }
  return false
}
