import { describe, expect, it } from 'vitest'
import { hasPrivateKey } from '../../src/knowledge/secrets/has-private-key.ts'
import { isPlaceholder } from '../../src/knowledge/secrets/placeholder.ts'
import { resolveConnectionSecret } from '../../src/knowledge/secrets/resolve-connection-secret.ts'
import { resolveEnvironmentName } from '../../src/knowledge/secrets/resolve-environment-name.ts'
import { resolveJsonSecret } from '../../src/knowledge/secrets/resolve-json-secret.ts'
import { isSecretName } from '../../src/knowledge/secrets/secret-name.ts'
import { isSecretValue } from '../../src/knowledge/secrets/secret-value.ts'

const BODY = 'MC4CAQAwBQYDK2VwBCIEIJ9kQ2vXzL0aW7pRfT3mYhN8sD1uG5cE6bKqOoPiVtHx'

describe('isSecretName', () => {
  it.each([
    'apiKey', 'API_KEY', 'x-api-key', 'OPENAI_API_KEY', 'dbPassword', 'clientSecret', 'secretAccessKey', 'authToken',
    'Authorization', 'JWT_SECRET', 'DEFAULT_API_KEY', 'apiKey1', 'tokenFallback', 'X-Subscription-Token',
    'SUPABASE_SERVICE_ROLE_KEY', '#token',
  ])('knows %s', (name) => {
    expect(isSecretName(name)).toBe(true)
  })

  it.each([
    'tokenType', 'passwordField', 'secretName', 'TOKEN_URL', 'publicKey', 'publishableKey', 'anonKey',
    'nextPageToken', 'csrfToken', 'maxTokens', 'key', 'keyId', 'primaryKey', 'cancelToken', 'passwordHash',
    'headerAuthorization', 'author', 'mockToken',
  ])('leaves %s alone', (name) => {
    expect(isSecretName(name)).toBe(false)
  })
})

describe('isSecretValue', () => {
  it.each([
    'Bearer sk-7dd9b66d38f8aff81f091ecfcf259f70', '0ce5bd50836ca78d7db358581e8713ea',
    'z0vcTRaQzJbXUlO6Obha1DR3tMJQFhdT', 'Yp44Rw2ZdofVJsshzCcpCQ', 'c7b31f60-52a9-4e0d-9c8e-61f04ab7d2e5',
  ])('takes %s for a key', (value) => {
    expect(isSecretValue(value, 'apiKey')).toBe(true)
  })

  it.each([
    'access_token', 'API_KEY', 'your-api-key', 'YOUR_API_KEY_HERE', '<token>', '${TOKEN}', 'sk-...',
    'xxxxxxxxxxxxxxxxxxxx', 'changeme', 'my-super-secret-key-12345', 'oauth2-access-token-v1',
    'text-embedding-3-small', 'application/x-www-form-urlencoded', 'https://auth.example.com/oauth2/token/v1',
    '/api/v2/oauth/token/4f3a9c', '#login-form-2 .password', 'Enter your API key 2',
    '0123456789abcdef0123456789abcdef', 'a1b2c3d4e5f6a7b8c9d0', 'AKIAIOSFODNN7EXAMPLE', 'Geben Sie Ihr Passwort ein',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'pk_live_4eC39HqLyjWDarjtT1zdp7dc', '12345678901234567890',
    'パスワードを入力',
  ])('takes %s for none', (value) => {
    expect(isSecretValue(value, 'apiKey')).toBe(false)
  })

  it('takes a strong password for one under a password\'s name only', () => {
    expect(isSecretValue('vT9#qLm2wX', 'dbPassword')).toBe(true)
    expect(isSecretValue('vT9#qLm2wX', 'apiKey')).toBe(false)
  })

  it.each(['password', 'postgres', 'admin123', 'string', 'Password123!', 'passwordField', '********'])(
    'leaves the guessable password %s to another rule',
    (value) => {
      expect(isSecretValue(value, 'password')).toBe(false)
    },
  )

  it('leaves the sample token of jwt.io alone', () => {
    const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')
    const claims = Buffer.from('{"sub":"1234567890","name":"John Doe","iat":1516239022}').toString('base64url')
    expect(isSecretValue(`${header}.${claims}.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c`, 'authToken')).toBe(false)
  })
})

describe('isPlaceholder', () => {
  it('tells interleaved and repeated runs from random digits', () => {
    expect(isPlaceholder('a1b2c3d4e5f6a7b8')).toBe(true)
    expect(isPlaceholder('abcdefghijklmnopqrst')).toBe(true)
    expect(isPlaceholder('0ce5bd50836ca78d7db358581e8713ea')).toBe(false)
  })
})

describe('resolveConnectionSecret', () => {
  it.each([
    ['postgres://app:kD83hsLw02Qz@db.acme.io:5432/main', 'postgres', 'DATABASE_URL'],
    ['mongodb+srv://admin:Miguel519670@monitor.028i9fw.mongodb.net/m', 'mongodb+srv', 'MONGODB_URI'],
    ['rediss://:kD83hsLw02QzPq5T@cache.acme.io:6380', 'rediss', 'REDIS_URL'],
    ['https://deploy:kD83hsLw02QzPq5T@git.acme.io/x.git', 'https', undefined],
  ])('finds the password in %s', (text, scheme, environment) => {
    expect(resolveConnectionSecret(text)).toEqual({ scheme, environment })
  })

  it.each([
    'postgres://postgres:postgres@db:5432/app', 'postgres://user:password@host:5432/db',
    'mysql://root:kD83hsLw02Qz@localhost/app', 'mongodb+srv://user:pass@cluster.mongodb.net',
    'postgres://app:<password>@db.acme.io/app', 'https://unpkg.com/pkg:1@2.0.0/x.js',
    'postgres://app:${PASSWORD}@db.acme.io/app', 'postgres://app:\0@db.acme.io/app',
    'redis://app:kD83hsLw02Qz@redis.example.com', 'mongodb+srv://admin:admin123@shop.ayocv.mongodb.net/x',
    'https://db.acme.io:5432/users/@me',
  ])('finds none in %s', (text) => {
    expect(resolveConnectionSecret(text)).toBeUndefined()
  })
})

describe('hasPrivateKey', () => {
  it('finds a key in a template, and one whose line ends are escaped', () => {
    const label = 'PRIVATE KEY-----'
    expect(hasPrivateKey(`-----BEGIN ${label}\n${BODY}\n-----END ${label}\n`)).toBe(true)
    expect(hasPrivateKey(`{"private_key":"-----BEGIN RSA ${label}\\n${BODY}\\n-----END RSA ${label}\\n"}`)).toBe(true)
  })

  it('ignores a header without a body, a placeholder and a public key', () => {
    const label = 'PRIVATE KEY-----'
    expect(hasPrivateKey(`-----BEGIN ${label}`)).toBe(false)
    expect(hasPrivateKey(`-----BEGIN ${label}\n...\n-----END ${label}`)).toBe(false)
    expect(hasPrivateKey(`-----BEGIN ${label}\n${'x'.repeat(64)}\n-----END ${label}`)).toBe(false)
    expect(hasPrivateKey(`-----BEGIN PUBLIC KEY-----\n${BODY}\n-----END PUBLIC KEY-----`)).toBe(false)
  })
})

describe('resolveJsonSecret', () => {
  it('looks into objects and lists', () => {
    expect(resolveJsonSecret('{"a":[{"apiKey":"0ce5bd50836ca78d7db358581e8713ea"}]}')).toBe('apiKey')
    expect(resolveJsonSecret('{"apiKeys":{"token":["0ce5bd50836ca78d7db358581e8713ea"]}}')).toBe('token')
  })

  it('answers for harmless and for broken JSON', () => {
    expect(resolveJsonSecret('{"id":"0ce5bd50836ca78d7db358581e8713ea","apiKey":null}')).toBeUndefined()
    expect(resolveJsonSecret('{"apiKey":"0ce5bd50836ca78d7db358581e8713ea"')).toBeUndefined()
  })
})

describe('resolveEnvironmentName', () => {
  it.each([
    ['apiKey', 'API_KEY'], ['X-Api-Key', 'API_KEY'], ['dbPassword', 'DB_PASSWORD'],
    ['OPENAI_API_KEY', 'OPENAI_API_KEY'], ['Authorization', 'API_TOKEN'], ['apiKey2', 'API_KEY_2'],
    ['#token', 'TOKEN'],
  ])('turns %s into %s', (name, expected) => {
    expect(resolveEnvironmentName(name)).toBe(expected)
  })

  it('has none for a name without letters it can use', () => {
    expect(resolveEnvironmentName('密码')).toBeUndefined()
  })
})
