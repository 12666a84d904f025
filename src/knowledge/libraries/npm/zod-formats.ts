import { ALL_KINDS, kindSet } from '../../../engine/flow/bits.ts'
import { describeRegexLanguage } from '../../../syntax/regex-language.ts'
import { kindsClearedBy } from '../../metacharacters.ts'

/**
 * The string formats, each by the loosest pattern that zod 3.25 (`zod` and `zod/v4`) and 4.6 test it with, since the
 * version is not known here. A format that is not listed excludes nothing: e-mail and web addresses hold a free part,
 * and base64 and JWT carry any text to whoever decodes them.
 */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  // Version 3 admits anything but spaces and hyphens after the "c".
  cuid: /^c[^\s-]{8,}$/i,
  cuid2: /^[\da-z]+$/,
  nanoid: /^[\w-]{21}$/,
  // Without the zone of version 3 (`%eth0`): one percent sign means nothing to a shell.
  ip: /^[\da-f:][\d.:a-f]+$/i,
  ipv4: /^\d{1,3}(?:\.\d{1,3}){3}$/,
  ipv6: /^[\da-f:][\d.:a-f]+$/i,
  cidr: /^[\da-f:][\d.:a-f]+\/\d{1,3}$/i,
  cidrv4: /^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/,
  cidrv6: /^[\da-f:][\d.:a-f]+\/\d{1,3}$/i,
  mac: /^[\da-f]{2}(?::[\da-f]{2}){5}$/i,
  hostname: /^[\da-z-]+(?:\.[\da-z-]+)*\.?$/i,
  e164: /^\+\d{7,15}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/,
  time: /^\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/,
  duration: /^[+-]?P[\d+,\-.DHMSTWY]+$/,
  creditCard: /^\d(?:[ -]?\d){11,18}$/,
  iban: /^[A-Z]{2}\d{2}[\dA-Z]{11,30}$/,
  currencyCode: /^[A-Z]{3}$/,
  hex: /^[\da-f]*$/i,
  slugify: /^(?:[\da-z]+(?:-[\da-z]+)*)?$/,
}

/** Identifiers of a fixed length and a small alphabet: no program, option, file or host of interest is called so. */
const IDENTIFIERS: ReadonlySet<string> = new Set(['uuid', 'uuidv4', 'uuidv6', 'uuidv7', 'guid', 'ulid', 'xid', 'ksuid'])

const known = new Map<string, number>()

/** Kinds, as a bit set, that the strings of a format cannot harm; `undefined` for a name that is no format. */
export function resolveFormat(name: string): number | undefined {
  if (IDENTIFIERS.has(name)) return ALL_KINDS
  const pattern = Object.hasOwn(PATTERNS, name) ? PATTERNS[name] : undefined
  if (!pattern) return undefined
  const clears = known.get(name) ?? patternClears(pattern.source, pattern.flags)
  known.set(name, clears)
  return clears
}

/** Formats that leave the length open. */
const UNBOUNDED: ReadonlySet<string> = new Set([
  'cuid', 'cuid2', 'hex', 'slugify', 'hostname', 'email', 'url', 'httpUrl', 'jwt', 'base64', 'base64url', 'duration', 'emoji',
])

/** What a format bounds. */
export function formatText(name: string): { readonly isBounded: boolean; readonly hasPattern: boolean } {
  return { isBounded: !UNBOUNDED.has(name), hasPattern: !name.startsWith('base64') }
}

/** Kinds, as a bit set, that a string cannot harm once the pattern was found in it. */
export function patternClears(source: string, flags: string): number {
  const language = describeRegexLanguage(source, flags)
  return language ? kindSet(kindsClearedBy(language)) : 0
}
