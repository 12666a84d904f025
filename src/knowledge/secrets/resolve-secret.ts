import { resolveConnectionSecret } from './resolve-connection-secret.ts'
import { resolveEnvironmentName } from './resolve-environment-name.ts'
import { resolveToken } from './resolve-token.ts'
import { hasPrivateKey } from './has-private-key.ts'
import { resolveJsonSecret } from './resolve-json-secret.ts'
import { isSecretName } from './secret-name.ts'
import { getCredentialPart, isSecretValue } from './secret-value.ts'

/** A text under question, and what is known of its place. */
export interface SecretQuestion {
  /** The constant text, with a NUL where a value is filled in. */
  readonly text: string
  /** What the text is bound to, nearest first. */
  readonly names: readonly string[]
  /** In tests only tokens in a provider's format count: invented passwords and keys are what tests are made of. */
  readonly inTest: boolean
}

export interface Secret {
  readonly kind: 'token' | 'privateKey' | 'connection' | 'named'
  /** What was found, for a message: the token's kind, the address's scheme, the name. Never the secret itself. */
  readonly subject: string
  /** Where in the text the secret stands. */
  readonly start: number
  readonly end: number
  /** The environment variable to read it from, where a good name is known. */
  readonly environment: string | undefined
}

/** The secret in a text, or `undefined`. What has a provider's format is judged by that format alone. */
export function resolveSecret({ text, names, inTest }: SecretQuestion): Secret | undefined {
  const token = resolveToken(text)
  if (token) {
    const { format, start, end, genuine } = token
    return genuine ? { kind: 'token', subject: format.name, start, end, environment: format.environment } : undefined
  }
  if (inTest) return undefined
  const whole = { start: 0, end: text.length }
  if (hasPrivateKey(text)) {
    const isAlone = text.trimStart().startsWith('-----BEGIN')
    return { kind: 'privateKey', subject: '', ...whole, environment: isAlone ? 'PRIVATE_KEY' : undefined }
  }
  const connection = resolveConnectionSecret(text)
  if (connection) {
    return { kind: 'connection', subject: connection.scheme, ...whole, environment: connection.environment }
  }
  return resolveNamed(text, names)
}

function resolveNamed(text: string, names: readonly string[]): Secret | undefined {
  const name = names.find(isSecretName)
  const whole = { start: 0, end: text.length }
  if (name !== undefined && isSecretValue(text, name)) {
    const start = text.length - getCredentialPart(text).length
    return { kind: 'named', subject: name, ...whole, start, environment: resolveEnvironmentName(name) }
  }
  const key = resolveJsonSecret(text)
  return key === undefined ? undefined : { kind: 'named', subject: key, ...whole, environment: undefined }
}
