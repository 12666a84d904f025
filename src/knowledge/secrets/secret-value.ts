import { isPublicJwt } from './jwt-claims.ts'
import { getBitsPerCharacter, isPlaceholder } from './placeholder.ts'
import { isPasswordName } from './secret-name.ts'

const SCHEME = /^(?:Bearer|Basic|Token|Bot|Api-?Key) +(?=\S+$)/i
const PUBLIC_PREFIX = /^(?:[ps]k_test_|rk_test_|pk_live_|pk[-._]|pub|sb_publishable_|phc_|\$2[aby]\$|\$argon2)/
const URL_OR_PATH = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:data|urn|mailto|blob|file):|\.{0,2}\/|~\/|[a-z]:\\|[@#.][a-z])/i
const PRINTABLE_WORD = /^[\x21-\x7e]+$/
const CHUNK = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g
const SEPARATOR = /[^A-Z0-9]/i

/**
 * A key is machine-made: at least this long, with digits and letters, at least so many bits per character, and changing
 * between kinds of characters more often than words do, or at least so often to digits. Random keys change after 2.1
 * characters (hexadecimal) or 1.9 (base 62) on average, `oauth2-access-token` after 4.5.
 *
 * Measured on 8,271 files of 38 published packages and 21 MCP servers (65 MB): of 339 strings of eight characters and
 * more under a secret's name, the bounds admit the 3 real keys and no other. Of random keys of 32 characters they
 * admit 99.6% (hexadecimal and base 62), of 20 characters 88% and 96%.
 */
const MIN_KEY_LENGTH = 16
const MIN_KEY_BITS = 3
const MAX_MEAN_CHUNK = 3.2
const MIN_SCATTERED_NUMBERS = 4

const MIN_PASSWORD_LENGTH = 8
const MIN_PASSWORD_BITS = 2.75

/** Longer values are data. The longest credentials in use, tokens with many claims, stay under half of this. */
const MAX_LENGTH = 4096

/** The part of a header's value behind its scheme: `Bearer abc` gives `abc`. */
export function getCredentialPart(value: string): string {
  return value.replace(SCHEME, '')
}

/**
 * Whether a value that is bound to a secret's name is a credential that nobody could guess. Guessable values
 * (`changeme`, `postgres`, `my-secret-key`) are not; they are weak defaults, which is another fault.
 */
export function isSecretValue(value: string, name: string): boolean {
  if (value.length > MAX_LENGTH) return false
  const credential = getCredentialPart(value)
  if (!PRINTABLE_WORD.test(credential) || URL_OR_PATH.test(credential) || PUBLIC_PREFIX.test(credential)) return false
  if (isPlaceholder(credential) || isPublicJwt(credential)) return false
  return isMachineMade(credential) || (isPasswordName(name) && isStrongPassword(credential))
}

/** Whether a password, wherever it stands, is one that nobody could guess. */
export function isStrongPassword(value: string): boolean {
  if (value.length < MIN_PASSWORD_LENGTH || getBitsPerCharacter(value) < MIN_PASSWORD_BITS) return false
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, SEPARATOR].filter((kind) => kind.test(value)).length
  return isMachineMade(value) || (kinds >= 3 && !isName(value))
}

function isMachineMade(value: string): boolean {
  return (
    value.length >= MIN_KEY_LENGTH && /\d/.test(value) && /[A-Z]/i.test(value) &&
    getBitsPerCharacter(value) >= MIN_KEY_BITS && !isName(value)
  )
}

/** Whether a value is made of words: `user-access-token-v2`, `DB_PASSWORD`, `text-embedding-3-small`. */
function isName(value: string): boolean {
  const chunks = value.match(CHUNK) ?? []
  const characters = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  const numbers = chunks.filter((chunk) => /\d/.test(chunk)).length
  return chunks.length === 0 || (characters / chunks.length > MAX_MEAN_CHUNK && numbers < MIN_SCATTERED_NUMBERS)
}
