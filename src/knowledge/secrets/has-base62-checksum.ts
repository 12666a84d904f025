const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const CHECKSUM_LENGTH = 6

/**
 * Whether the last six characters of a token are the CRC-32 of what stands between its prefix and them, in base 62 and
 * padded with zeros. GitHub's and npm's tokens carry this checksum so that scanners can tell them from invented ones
 * ("Behind GitHub's new authentication token formats", GitHub blog, April 2021; "npm has a new access token format",
 * GitHub changelog, September 2021).
 */
export function hasBase62Checksum(token: string): boolean {
  const body = token.slice(token.indexOf('_') + 1)
  const payload = body.slice(0, -CHECKSUM_LENGTH)
  return toBase62(crc32(payload)) === body.slice(-CHECKSUM_LENGTH)
}

// zlib.crc32 came with Node 22.2, and 22.0 is within this package's engines.
function crc32(text: string): number {
  let crc = ~0
  for (let index = 0; index < text.length; index++) {
    crc ^= text.charCodeAt(index)
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function toBase62(value: number): string {
  let digits = ''
  for (let rest = value; rest > 0; rest = Math.floor(rest / ALPHABET.length)) {
    digits = ALPHABET.charAt(rest % ALPHABET.length) + digits
  }
  return digits.padStart(CHECKSUM_LENGTH, '0')
}
