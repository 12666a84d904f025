const SECRET_ENDING = new RegExp(
  '(?:password|passwd|passphrase|pwd|secret|token|credentials?|authorization|' +
  '(?:api|app|auth|access|secret|private|signing|encryption|master|service|role|account|shared|subscription|admin|' +
  'hmac|jwt)key)' +
  '(?:value|default|fallback|prod|production|live|v?\\d+)?$',
)

/** Words that turn a secret's name into another thing's: a public key, a cursor, a test double. */
const HARMLESS_WORDS = new Set([
  'public', 'publishable', 'anon', 'anonymous', 'csrf', 'xsrf', 'page', 'next', 'prev', 'continuation', 'cursor',
  'sync', 'cancel', 'cancellation', 'placeholder', 'example', 'sample', 'dummy', 'mock', 'fake', 'test', 'design',
  'stop', 'eos', 'bos', 'pad', 'sep', 'mask', 'special', 'idempotency', 'cache', 'injection', 'di', 'provider', 'hash',
  'hashed', 'challenge', 'verification', 'invalid', 'encrypted', 'type', 'header', 'prefix', 'label', 'error', 'message',
])

const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g

/** Whether a variable, property, header or environment variable of this name holds a credential. */
export function isSecretName(name: string): boolean {
  const words = (name.match(WORD) ?? []).map((word) => word.toLowerCase())
  return SECRET_ENDING.test(words.join('')) && !words.some((word) => HARMLESS_WORDS.has(word))
}

/** Whether the name is that of something a person chooses and types, rather than a machine-made key. */
export function isPasswordName(name: string): boolean {
  return /pass(?:word|wd|phrase)|pwd/i.test(name)
}
