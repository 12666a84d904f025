import rule from '../../src/rules/no-hardcoded-secrets.ts'
import { ruleTester } from '../support/rule-tester.ts'

// Put together from pieces, so that scanners of this repository find no token. 40, 20, 39 and 64 characters.
const GITHUB = ['ghp_', 'PNCVMyeheIC8oCswSwgfPjsK7NDwAh', '1biwIK'].join('')
const AWS = ['AKIA', 'HJXRTNIDFI5KREMF'].join('')
const GOOGLE = ['AIza', 'C1eUbmm9eKfYHx6m1EI3M3hk88WTkcBEazc'].join('')
const PEM = 'MC4CAQAwBQYDK2VwBCIEIJ9kQ2vXzL0aW7pRfT3mYhN8sD1uG5cE6bKqOoPiVtHx'
const BEGIN = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ')
const END = ['-----END', 'PRIVATE KEY-----'].join(' ')

const GITHUB_DATA = { subject: 'a GitHub personal access token' }

ruleTester().run('no-hardcoded-secrets', rule, {
  valid: [
    'const apiKey = process.env.API_KEY',
    'const apiKey = process.env.API_KEY ?? ""',
    "const apiKey = 'API_KEY'",
    "const TOKEN_TYPE = 'access_token'",
    "const schema = { password: 'string', passwordField: 'password' }",
    "const apiKey = 'your-api-key'",
    "const apiKey = process.env.API_KEY || 'sk-...'",
    "const token = '<token>'",
    "const token = '${TOKEN}'",
    "const apiKey = 'xxxxxxxxxxxxxxxxxxxxxxxx'",
    "const JWT_SECRET = process.env.JWT_SECRET || 'changeme'",
    "const DB_PASSWORD = process.env.DB_PASSWORD || 'postgres'",
    'const headers = { Authorization: `Bearer ${process.env.API_TOKEN}` }',
    "const headers = { Authorization: 'Bearer ' + token }",
    "const accessKeyId = 'AKIAIOSFODNN7EXAMPLE'",
    "const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'",
    "const url = 'postgres://postgres:postgres@localhost:5432/app'",
    'const url = `postgres://app:${process.env.DB_PASSWORD}@db.acme.io/app`',
    "const labels = { password: 'Please enter your password', token: 'Geben Sie Ihr Token ein' }",
    "const oauth = { token: 'https://auth.acme.io/oauth2/v1/token', authorization: '/oauth2/v1/authorize' }",
    "const passwordSelector = { password: '#login-form-2' }",
    "const etag = '0ce5bd50836ca78d7db358581e8713ea'",
    "const publicKey = '0ce5bd50836ca78d7db358581e8713ea'",
    "const apiKey = '0ce5bd50836ca78d7db358581e8713ea' in keys ? 'header' : 'query'",
    "const isPem = text.includes('-----BEGIN PRIVATE KEY-----')",
    "import token from '0ce5bd50836ca78d7db358581e8713ea'",
    'const token = 1234567890123456',
    { name: 'a checksum that fails', code: `const GITHUB_TOKEN = '${GITHUB.slice(0, -1)}L'` },
    {
      name: 'the API key of a web app',
      code: `initializeApp({ apiKey: '${GOOGLE}', authDomain: 'acme.firebaseapp.com' })`,
    },
    { name: 'a test', code: "const apiKey = '0ce5bd50836ca78d7db358581e8713ea'", filename: 'src/server.test.js' },
    { name: 'a folder of tests', code: "const dbPassword = 'vT9#qLm2wX'", filename: 'tests/server.js' },
    { name: 'a concatenation past the limit', code: `const x = ${"'a ' + ".repeat(600)}'${GITHUB}'` },
  ],
  invalid: [
    {
      name: 'a token in a provider\'s format, under any name',
      code: `const x = '${GITHUB}'`,
      output: null,
      errors: [{
        messageId: 'token', data: GITHUB_DATA, line: 1, column: 11, endLine: 1, endColumn: 53,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'GITHUB_TOKEN' },
          output: "const x = process.env.GITHUB_TOKEN || (() => { throw new Error('GITHUB_TOKEN is not set') })()",
        }],
      }],
    },
    {
      name: 'a token behind a scheme',
      code: `fetch(url, { headers: { Authorization: 'Bearer ${GITHUB}' } })`,
      output: null,
      errors: [{
        messageId: 'token', data: GITHUB_DATA, line: 1, column: 40, endLine: 1, endColumn: 89,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'GITHUB_TOKEN' },
          output: 'fetch(url, { headers: { Authorization: `Bearer ${process.env.GITHUB_TOKEN'
            + " || (() => { throw new Error('GITHUB_TOKEN is not set') })()}` } })",
        }],
      }],
    },
    {
      name: 'a token within a longer text',
      code: `run('git clone https://x:${GITHUB}@github.com/acme/x')`,
      output: null,
      errors: [{
        messageId: 'token', data: GITHUB_DATA,
        line: 1, column: 5, endLine: 1, endColumn: 85, suggestions: [],
      }],
    },
    {
      name: 'a token on a line of its own in a template',
      code: `const env = \`\nA=1\nTOKEN=${GITHUB}\n\``,
      output: null,
      errors: [{
        messageId: 'token', data: GITHUB_DATA,
        line: 3, column: 7, endLine: 3, endColumn: 47, suggestions: [],
      }],
    },
    {
      name: 'a token in pieces',
      code: `const key = '${GITHUB.slice(0, 9)}' + '${GITHUB.slice(9)}'`,
      output: null,
      errors: [{
        messageId: 'token', data: GITHUB_DATA, line: 1, column: 13, endLine: 1, endColumn: 60,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'GITHUB_TOKEN' },
          output: "const key = process.env.GITHUB_TOKEN || (() => { throw new Error('GITHUB_TOKEN is not set') })()",
        }],
      }],
    },
    {
      name: 'a token in a test',
      code: `const token = '${GITHUB}'`,
      filename: 'src/server.test.js',
      output: null,
      errors: [{
        messageId: 'token', data: GITHUB_DATA, line: 1, column: 15, endLine: 1, endColumn: 57,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'GITHUB_TOKEN' },
          output: "const token = process.env.GITHUB_TOKEN || (() => { throw new Error('GITHUB_TOKEN is not set') })()",
        }],
      }],
    },
    {
      name: 'a token that sets the environment',
      code: `process.env.GITHUB_TOKEN = '${GITHUB}'`,
      output: null,
      errors: [{
        messageId: 'token', data: GITHUB_DATA,
        line: 1, column: 28, endLine: 1, endColumn: 70, suggestions: [],
      }],
    },
    {
      name: 'a default for a destructured environment',
      code: `const { GITHUB_TOKEN = '${GITHUB}' } = process.env`,
      output: null,
      errors: [{
        messageId: 'token', data: GITHUB_DATA,
        line: 1, column: 24, endLine: 1, endColumn: 66, suggestions: [],
      }],
    },
    {
      name: 'another process in scope',
      code: `function f(process) { return '${GITHUB}' }`,
      output: null,
      errors: [{
        messageId: 'token', data: GITHUB_DATA,
        line: 1, column: 30, endLine: 1, endColumn: 72, suggestions: [],
      }],
    },
    {
      name: 'the process module in scope',
      code: `import process from 'node:process'\nexport const f = () => '${GITHUB}'`,
      output: null,
      errors: [{
        messageId: 'token', data: GITHUB_DATA, line: 2, column: 24, endLine: 2, endColumn: 66,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'GITHUB_TOKEN' },
          output: "import process from 'node:process'\nexport const f = () => process.env.GITHUB_TOKEN"
            + " || (() => { throw new Error('GITHUB_TOKEN is not set') })()",
        }],
      }],
    },
    {
      name: 'a key id and its secret',
      code: `const credentials = {\n  accessKeyId: '${AWS}',\n`
        + "  secretAccessKey: 'kT7pV2xQ9mB4nC8zL1sD6fG3hJ5wR0yE+aU/iOqX',\n}",
      output: null,
      errors: [
        {
          messageId: 'token', data: { subject: 'an AWS access key id' }, line: 2, column: 16, endLine: 2, endColumn: 38,
          suggestions: [{
            messageId: 'readFromEnvironment', data: { variable: 'AWS_ACCESS_KEY_ID' },
            output: 'const credentials = {\n  accessKeyId: process.env.AWS_ACCESS_KEY_ID'
              + " || (() => { throw new Error('AWS_ACCESS_KEY_ID is not set') })(),\n"
              + "  secretAccessKey: 'kT7pV2xQ9mB4nC8zL1sD6fG3hJ5wR0yE+aU/iOqX',\n}",
          }],
        },
        {
          messageId: 'named', data: { subject: 'secretAccessKey' }, line: 3, column: 20, endLine: 3, endColumn: 62,
          suggestions: [{
            messageId: 'readFromEnvironment', data: { variable: 'SECRET_ACCESS_KEY' },
            output: `const credentials = {\n  accessKeyId: '${AWS}',\n`
              + "  secretAccessKey: process.env.SECRET_ACCESS_KEY || (() => { throw new Error('SECRET_ACCESS_KEY is not set') })(),\n}",
          }],
        },
      ],
    },
    {
      name: 'a private key',
      code: `sign(data, \`${BEGIN}\n${PEM}\n${END}\`)`,
      output: null,
      errors: [{
        messageId: 'privateKey', line: 1, column: 12, endLine: 3, endColumn: 27,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'PRIVATE_KEY' },
          output: "sign(data, process.env.PRIVATE_KEY || (() => { throw new Error('PRIVATE_KEY is not set') })())",
        }],
      }],
    },
    {
      name: 'a service account in JSON',
      code: `const account = '{"type":"service_account","private_key":"${BEGIN}\\\\n${PEM}\\\\n${END}\\\\n"}'`,
      output: null,
      errors: [{ messageId: 'privateKey', line: 1, column: 17, endLine: 1, endColumn: 187, suggestions: [] }],
    },
    {
      name: 'an address with a password',
      code: "const pool = new Pool({ connectionString: 'postgres://app:kD83hsLw02Qz@db.acme.io:5432/main' })",
      output: null,
      errors: [{
        messageId: 'connection', data: { subject: 'postgres' }, line: 1, column: 43, endLine: 1, endColumn: 93,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'DATABASE_URL' },
          output: 'const pool = new Pool({ connectionString: process.env.DATABASE_URL'
            + " || (() => { throw new Error('DATABASE_URL is not set') })() })",
        }],
      }],
    },
    {
      name: 'an address with a password and a value filled in',
      code: 'connect(`mongodb+srv://app:kD83hsLw02Qz@main.x7k2a.mongodb.net/${name}`)',
      output: null,
      errors: [{
        messageId: 'connection', data: { subject: 'mongodb+srv' },
        line: 1, column: 9, endLine: 1, endColumn: 72, suggestions: [],
      }],
    },
  ],
})

ruleTester().run('no-hardcoded-secrets: named', rule, {
  valid: [],
  invalid: [
    {
      name: 'own-36: a fallback of an environment variable',
      code: "const API_KEY = process.env.APISQL_MCP_API_KEY || 'Bearer sk-7dd9b66d38f8aff81f091ecfcf259f70'",
      output: null,
      errors: [{
        messageId: 'fallback', data: { subject: 'APISQL_MCP_API_KEY' }, line: 1, column: 51, endLine: 1, endColumn: 95,
        suggestions: [{
          messageId: 'stop',
          output: "const API_KEY = process.env.APISQL_MCP_API_KEY || (() => { throw new Error('APISQL_MCP_API_KEY is not set') })()",
        }],
      }],
    },
    {
      name: 'a fallback of two environment variables',
      code: "const key = (process.env.API_KEY ?? process.env.TOKEN ?? '0ce5bd50836ca78d7db358581e8713ea').trim()",
      output: null,
      errors: [{
        messageId: 'fallback', data: { subject: 'API_KEY' }, line: 1, column: 58, endLine: 1, endColumn: 92,
        suggestions: [{
          messageId: 'stop',
          output: "const key = (process.env.API_KEY ?? process.env.TOKEN ?? (() => { throw new Error('TOKEN is not set') })()).trim()",
        }],
      }],
    },
    {
      name: 'a fallback behind parentheses',
      code: "const key = (process.env.API_KEY ?? process.env.TOKEN) || '0ce5bd50836ca78d7db358581e8713ea'",
      output: null,
      errors: [{
        messageId: 'fallback', data: { subject: 'API_KEY' },
        line: 1, column: 59, endLine: 1, endColumn: 93,
        suggestions: [{
          messageId: 'stop',
          output: "const key = (process.env.API_KEY ?? process.env.TOKEN) || (() => { throw new Error('TOKEN is not set') })()",
        }],
      }],
    },
    {
      name: 'a fallback of an option',
      code: "const token = options.apiKey || '0ce5bd50836ca78d7db358581e8713ea'",
      output: null,
      errors: [{
        messageId: 'fallback', data: { subject: 'apiKey' }, line: 1, column: 33, endLine: 1, endColumn: 67,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'API_KEY' },
          output: "const token = options.apiKey || (process.env.API_KEY || (() => { throw new Error('API_KEY is not set') })())",
        }],
      }],
    },
    {
      name: 'a default of a parameter',
      code: "function connect(apiKey = '0ce5bd50836ca78d7db358581e8713ea') {}",
      output: null,
      errors: [{
        messageId: 'named', data: { subject: 'apiKey' }, line: 1, column: 27, endLine: 1, endColumn: 61,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'API_KEY' },
          output: "function connect(apiKey = process.env.API_KEY || (() => { throw new Error('API_KEY is not set') })()) {}",
        }],
      }],
    },
    {
      name: 'a private field',
      code: "class Client { #token = '0ce5bd50836ca78d7db358581e8713ea' }",
      output: null,
      errors: [{
        messageId: 'named', data: { subject: '#token' }, line: 1, column: 25, endLine: 1, endColumn: 59,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'TOKEN' },
          output: "class Client { #token = process.env.TOKEN || (() => { throw new Error('TOKEN is not set') })() }",
        }],
      }],
    },
    {
      name: 'a header',
      code: "headers.set('X-Api-Key', '0ce5bd50836ca78d7db358581e8713ea')",
      output: null,
      errors: [{
        messageId: 'named', data: { subject: 'X-Api-Key' }, line: 1, column: 26, endLine: 1, endColumn: 60,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'API_KEY' },
          output: "headers.set('X-Api-Key', process.env.API_KEY || (() => { throw new Error('API_KEY is not set') })())",
        }],
      }],
    },
    {
      name: 'a branch of a condition, under a quoted key',
      code: "call({ 'client_secret': live ? '0ce5bd50836ca78d7db358581e8713ea' : '' })",
      output: null,
      errors: [{
        messageId: 'named', data: { subject: 'client_secret' }, line: 1, column: 32, endLine: 1, endColumn: 66,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'CLIENT_SECRET' },
          output: "call({ 'client_secret': live ? process.env.CLIENT_SECRET"
            + " || (() => { throw new Error('CLIENT_SECRET is not set') })() : '' })",
        }],
      }],
    },
    {
      name: 'the default of a schema',
      code: "const env = z.object({ API_KEY: z.string().default('0ce5bd50836ca78d7db358581e8713ea') })",
      output: null,
      errors: [{
        messageId: 'named', data: { subject: 'API_KEY' }, line: 1, column: 52, endLine: 1, endColumn: 86,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'API_KEY' },
          output: 'const env = z.object({ API_KEY: z.string().default(process.env.API_KEY'
            + " || (() => { throw new Error('API_KEY is not set') })()) })",
        }],
      }],
    },
    {
      name: 'a password with nothing to guess',
      code: "db.password = 'vT9#qLm2wX'",
      output: null,
      errors: [{
        messageId: 'named', data: { subject: 'password' }, line: 1, column: 15, endLine: 1, endColumn: 27,
        suggestions: [{
          messageId: 'readFromEnvironment', data: { variable: 'PASSWORD' },
          output: "db.password = process.env.PASSWORD || (() => { throw new Error('PASSWORD is not set') })()",
        }],
      }],
    },
    {
      name: 'JSON in a string',
      code: 'const config = \'{"apiKey":"0ce5bd50836ca78d7db358581e8713ea"}\'',
      output: null,
      errors: [{
        messageId: 'named', data: { subject: 'apiKey' },
        line: 1, column: 16, endLine: 1, endColumn: 63, suggestions: [],
      }],
    },
  ],
})

ruleTester({ typescript: true }).run('no-hardcoded-secrets: TypeScript', rule, {
  valid: [
    "enum Header { Token = 'x-access-token-7f3a9c21d4' }",
    "type Key = { apiKey: '0ce5bd50836ca78d7db358581e8713ea' }",
    'const { apiKey }: { apiKey: string } = config',
  ],
  invalid: [
    {
      name: 'a constant',
      code: "const apiKey = '0ce5bd50836ca78d7db358581e8713ea' as const",
      output: null,
      errors: [{
        messageId: 'named', data: { subject: 'apiKey' },
        line: 1, column: 16, endLine: 1, endColumn: 50, suggestions: [],
      }],
    },
    {
      name: 'a field with modifiers',
      code: "class Client { readonly apiKey: string = process.env.API_KEY! || '0ce5bd50836ca78d7db358581e8713ea' }",
      output: null,
      errors: [{
        messageId: 'fallback', data: { subject: 'API_KEY' }, line: 1, column: 66, endLine: 1, endColumn: 100,
        suggestions: [{
          messageId: 'stop',
          output: "class Client { readonly apiKey: string = process.env.API_KEY! || (() => { throw new Error('API_KEY is not set') })() }",
        }],
      }],
    },
  ],
})
