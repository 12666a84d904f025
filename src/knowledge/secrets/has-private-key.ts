import { getBitsPerCharacter } from './placeholder.ts'

const HEADER = /-----BEGIN (?:[A-Z0-9]{2,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g
const FOOTER = '-----END'

/** An Ed25519 key in PKCS #8, the shortest in use, takes 64 characters of base 64 (RFC 8410). */
const MIN_BODY = 60
const MAX_LOOKAHEAD = 600
const MIN_BODY_BITS = 4

/** Whether a text holds a PEM private key (RFC 7468) with its body. A header alone, as parsers mention it, is none. */
export function hasPrivateKey(text: string): boolean {
  if (!text.includes('PRIVATE KEY')) return false
  for (const header of text.matchAll(HEADER)) {
    const begin = header.index + header[0].length
    const body = text.slice(begin, begin + MAX_LOOKAHEAD).split(FOOTER)[0] ?? ''
    // In JSON that is kept in a string, line ends are still written as a backslash and a letter.
    const base64 = body.replace(/\\[nr]|^[A-Za-z-]+:.*$/gm, '').replace(/\s+/g, '')
    const isBody = base64.length >= MIN_BODY && /^[A-Z0-9+/=]+$/i.test(base64)
    if (isBody && getBitsPerCharacter(base64) >= MIN_BODY_BITS) return true
  }
  return false
}
