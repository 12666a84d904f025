import { kindSet } from './bits.ts'
import type { Value } from './values.ts'

const ADDRESS = kindSet(['url', 'redirected-url'])
const OPENED = kindSet(['opened-url'])

/** Stands for a part that is not constant. */
const HOLE = '\0'
/** Scheme and authority up to what ends them, a base that is followed by a path, or a scheme without a host. */
const FIXED_ORIGIN = new RegExp(
  `^(?:[\\w+.${HOLE}-]*://[^/?#\\\\]*[/?#\\\\]|(?![a-z]+:)[^/?#\\\\:]*[/?#\\\\]|${HOLE}:[^:]*[/?#\\\\]|(?:data|file|about|blob|mailto):)`,
  'iu',
)
const FIXED_SCHEME = /^[a-z][\w+.-]*:/iu
/** Text that a base keeps below its own host, whatever follows it. */
const RELATIVE = /^(?:\/[^/\\]|\.{0,2}[?#]|\.{1,2}\/|[^:/\\?#]+[/?#])/u
const BARE_ORIGIN = /^(?:https?|wss?):\/\/[^/?#\\]+$/iu

const ROUTE = kindSet(['url-path'])

/** True for the kinds of which only some parts of an address have a say. */
export function isAddressKind(kind: number): boolean {
  return (kind & (ADDRESS | OPENED | ROUTE)) !== 0
}

/** The parts of an address that have a say in where it leads: those before the path, or before the query. */
export function decidingParts(parts: readonly Value[], kind: number): readonly Value[] {
  if ((kind & ROUTE) !== 0) {
    const query = parts.findIndex((part) => part.op === 'constant' && /[?#]/u.test(String(part.constant)))
    return query < 0 ? parts : parts.slice(0, query)
  }
  const deciding: Value[] = []
  let seen = ''
  for (const [index, part] of parts.entries()) {
    if (part.op === 'constant') seen += String(part.constant)
    else if (isPathOfUrl(part)) seen += '/'
    else {
      seen += HOLE
      deciding.push(part)
      if (seen === HOLE && parts.length > 1 && isWholeBase(part, parts[index + 1])) return deciding
    }
    if ((kind & OPENED) === 0 ? FIXED_ORIGIN.test(seen) : FIXED_SCHEME.test(seen)) return deciding
  }
  return deciding
}

/** What decides where `new URL(reference, base)` leads: the base alone where the reference is relative for certain. */
export function decidingInputs(reference: Value, base: Value, kind: number): readonly Value[] {
  if ((kind & ROUTE) !== 0) return [reference, base]
  const [first] = reference.op === 'text' ? reference.parts : [reference]
  const isRelative = reference.op === 'constant' || (first?.op === 'constant' && RELATIVE.test(String(first.constant)))
  if (isRelative) return [base]
  // `/` and input may be `//another.host`.
  const isSlash = reference.op === 'text' && first?.op === 'constant' && /^[\\/]/u.test(String(first.constant))
  return isSlash ? [...reference.parts, base] : [reference, base]
}

/** The kinds for which a parsed address is known once this property of it is. */
export function kindsKnownBy(property: string): number {
  if (property === 'protocol') return OPENED
  return ['hostname', 'host', 'origin', 'href'].includes(property) ? ADDRESS | OPENED : 0
}

/** The path of a parsed address, whoever parsed it, begins with a slash. */
function isPathOfUrl(part: Value): boolean {
  return part.op === 'field' && part.name === 'pathname'
}

/** A base of which it cannot be said that it ends within its host. */
function isWholeBase(part: Value, next: Value | undefined): boolean {
  if (next?.op === 'constant' && String(next.constant).startsWith(':')) return false
  if (part.op === 'choice') {
    return !part.alternatives.some(({ value }) => value.op === 'constant' && BARE_ORIGIN.test(String(value.constant)))
  }
  // A base whose last slash was taken off is not whole.
  return part.op === 'unknown' || part.op === 'extern' || (part.op === 'derived' && part.name !== 'replace')
}
