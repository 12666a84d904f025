/** What must not be asked in a form: specification 2025-11-25, Elicitation › Security Considerations. */
const SECRETS = [
  'password', 'passwd', 'passphrase', 'pwd', 'secret', 'api_?key', 'private_?key', 'secret_?key', 'access_?key', 'access_?token',
  'auth_?token', 'refresh_?token', 'bearer', 'credentials?', 'credit_?card', 'card_?number', 'cvv', 'cvc', 'iban', 'ssn',
  'social_security(?:_number)?', 'pin_?code', 'otp', 'mfa_?code', 'seed_?phrase', 'mnemonic',
]
const NAMES = new RegExp(`(?:^|_)(?:${SECRETS.join('|')})(?:_|$)|(?:^|_)token$`, 'u')
/** Words that make it a question about a secret and not one for it. */
const ABOUT = /(?:^|_)(?:has|is|use|forgot|reset|max|num|count|policy|hint|length|name|type|expiry)(?:_|$)/u

const ASKED = [
  'password', 'passphrase', 'api key', 'access token', 'secret key', 'private key', 'credit card', 'card number', 'cvv',
  'social security number', 'seed phrase',
].join('|')
const QUESTION = new RegExp(String.raw`\b(?:enter|provide|type|give|supply|input|paste|share|tell)\b[^.?!]{1,60}?\b(${ASKED})\b`, 'iu')

/** True for the name of a field that asks for a secret: `apiKey`, `db_password`; not for `max_tokens`. */
export function isSensitiveName(name: string): boolean {
  const words = name.replaceAll(/([a-z\d])([A-Z])/gu, '$1_$2').replaceAll(/[\s-]+/gu, '_').toLowerCase()
  return NAMES.test(words) && !ABOUT.test(words)
}

/** The secret that a message asks for; `undefined` where it asks for none. */
export function resolveAskedSecret(message: string): string | undefined {
  return QUESTION.exec(message)?.[1]
}
