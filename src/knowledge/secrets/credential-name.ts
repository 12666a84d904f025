/** Words that mean a credential wherever they stand. Not `token`: pages, parsers, models and cancellations have tokens too. */
const CREDENTIALS = new RegExp(
  '^(?:.*_)?(?:api_?key|api_?secret|api_?token|access_token|refresh_token|id_token|auth_token|bearer_token|bot_token|client_secret|password'
  + '|passwd|passphrase|private_key|secret_key|secret_access_key|session_token|connection_string|personal_access_token)$',
  'u',
)

/** Words that make it something about a credential. */
const ABOUT = new RegExp(
  '(?:^|_)(?:has|is|use|no|forgot|reset|max|min|show|hide|public|page|next|prev|csrf|xsrf|test|mask(?:ed)?|hash(?:ed)?|redacted'
  + '|hidden)(?:_|$)',
  'u',
)

/** Whether a property of this name holds a credential in any object: `apiKey`, `db_password`; not `token` or `hasPassword`. */
export function isCredentialName(name: string): boolean {
  const words = name.replaceAll(/([a-z\d])([A-Z])/gu, '$1_$2').replaceAll('-', '_').toLowerCase()
  return CREDENTIALS.test(words) && !ABOUT.test(words)
}
