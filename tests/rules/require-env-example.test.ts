import path from 'node:path'
import { afterAll } from 'vitest'
import rule from '../../src/rules/require-env-example.ts'
import { ruleTester } from '../support/rule-tester.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
export const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.registerTool('show', {}, () => ({ content: [] }))
`
const MANIFEST = '{ "name": "notes", "dependencies": { "@modelcontextprotocol/sdk": "1.20.0" } }'
/** Random letters: as a literal it would be a finding wherever sources are scanned. */
const PASSWORD = ['q8Zr2LxV9tKp', '4WmNs7Yb3Hd6'].join('')

const folder = new TemporaryFolder()
folder.write('bare/package.json', MANIFEST)
folder.write('bare/src/server.ts', `${SERVER}import { url } from './config.ts'
connect(process.env.API_KEY, url)`)
folder.write('bare/src/config.ts', 'export const url = process.env.API_URL')
folder.write('named/package.json', MANIFEST)
folder.write('named/.env.example', `# Where the notes are.
API_URL=https://api.example.com
export API_KEY="your-key"
# LOG_LEVEL=info
# Set API_REGION to read another region.
SEARCH_HTTPS_PROXY=
`)
folder.write('named/src/server.ts', SERVER)
folder.write('templates/package.json', MANIFEST)
folder.write('templates/env.sample', 'API_KEY=')
folder.write('templates/.env.template', 'API_URL=')
folder.write('templates/example.env', 'API_REGION=')
folder.write('templates/src/server.ts', SERVER)
folder.write('secret/package.json', MANIFEST)
folder.write('secret/.env.dist', `DB_HOST=localhost
DB_PASSWORD=changeme
API_TOKEN='<your token>'
# the old one
# SESSION_SECRET="${PASSWORD}" # rotated
JWT_SECRET=${PASSWORD}
`)
folder.write('secret/src/server.ts', SERVER)
folder.write('other/package.json', MANIFEST)
folder.write('other/.env.e2e.example', 'API_KEY=')
folder.write('other/.env', 'API_KEY=')
folder.write('other/src/server.ts', SERVER)
folder.write('binary/package.json', MANIFEST)
folder.write('binary/.env.example', '\0\u0001\uFFFD='.repeat(100))
folder.write('binary/src/server.ts', SERVER)
folder.write('space/package.json', '{ "name": "space", "workspaces": ["packages/*"] }')
folder.write('space/.env.example', 'SHARED_KEY=')
folder.write('space/packages/notes/package.json', MANIFEST)
folder.write('space/packages/notes/.env.example', 'API_KEY=')
folder.write('space/packages/notes/src/server.ts', SERVER)
folder.write('space/.git/HEAD', 'ref: refs/heads/main')
/** As a message names a file: from the working directory. */
const shown = (file: string): string => path.relative(process.cwd(), folder.at(file)).replaceAll('\\', '/')
afterAll(() => { folder.remove() })

ruleTester({ typescript: true }).run('require-env-example', rule, {
  valid: [
    {
      name: 'named: with a value, with an export, in a comment, in a sentence',
      code: `${SERVER}connect(process.env.API_URL, process.env.API_KEY, process.env.LOG_LEVEL, process.env.API_REGION)`,
      filename: folder.at('named/src/server.ts'),
    },
    {
      name: 'in small letters as well',
      code: `${SERVER}connect(process.env.SEARCH_HTTPS_PROXY ?? process.env.search_https_proxy)`,
      filename: folder.at('named/src/server.ts'),
    },
    {
      name: 'in files of several names',
      code: `${SERVER}connect(process.env.API_KEY, process.env.API_URL, process.env.API_REGION)`,
      filename: folder.at('templates/src/server.ts'),
    },
    {
      name: 'what the platform sets',
      code: `${SERVER}connect(process.env.HOME, process.env.NODE_ENV, process.env.CI, process.env.APPDATA, process.env.NO_COLOR)`,
      filename: folder.at('bare/src/server.ts'),
    },
    {
      name: 'in the folder of the package and in that of the workspace',
      code: `${SERVER}connect(process.env.API_KEY, process.env.SHARED_KEY)`,
      filename: folder.at('space/packages/notes/src/server.ts'),
    },
    { name: 'no example, and nothing is read', code: SERVER, filename: folder.at('other/src/server.ts') },
    {
      name: 'no example, told at the first read, which is in another file',
      code: folder.read('bare/src/server.ts'),
      filename: folder.at('bare/src/server.ts'),
    },
    { name: 'set, not read', code: `${SERVER}process.env.API_MODE = 'x'`, filename: folder.at('named/src/server.ts') },
    { name: 'a computed name', code: `${SERVER}connect(process.env[name()])`, filename: folder.at('named/src/server.ts') },
    { name: 'a test', code: `${SERVER}connect(process.env.API_KEY)`, filename: folder.at('named/src/server.test.ts') },
  ],
  invalid: [
    {
      name: 'no package',
      code: `${SERVER}connect(process.env.API_KEY)`,
      output: null,
      errors: [{ messageId: 'missing', data: { variables: 'API_KEY' }, line: 4, column: 9, endLine: 4, endColumn: 28 }],
    },
    {
      name: 'no example',
      code: folder.read('bare/src/config.ts'),
      filename: folder.at('bare/src/config.ts'),
      output: null,
      errors: [{
        messageId: 'missing', data: { variables: 'API_URL and 1 other variable' }, line: 1, column: 20, endLine: 1, endColumn: 39,
      }],
    },
    {
      name: 'an example of another environment',
      code: `${SERVER}connect(process.env.API_KEY)`,
      filename: folder.at('other/src/server.ts'),
      output: null,
      errors: [{ messageId: 'missing', data: { variables: 'API_KEY' }, line: 4, column: 9, endLine: 4, endColumn: 28 }],
    },
    {
      name: 'not named, told once',
      code: `${SERVER}connect(process.env.API_URL, process.env.API_MODE)
connect(process.env.API_MODE)`,
      filename: folder.at('named/src/server.ts'),
      output: null,
      errors: [{
        messageId: 'unnamed', data: { name: 'API_MODE', file: shown('named/.env.example') },
        line: 4, column: 30, endLine: 4, endColumn: 50,
      }],
    },
    {
      name: 'not named, read through a helper',
      code: `${SERVER}function setting(group: string, name: string) { return process.env[name] ?? group }
connect(setting('a', 'API_MODE'), setting('a', 'API_KEY'))`,
      filename: folder.at('named/src/server.ts'),
      output: null,
      errors: [{
        messageId: 'unnamed', data: { name: 'API_MODE', file: shown('named/.env.example') },
        line: 5, column: 9, endLine: 5, endColumn: 33,
      }],
    },
    {
      name: 'not named, read by a schema',
      code: `${SERVER}const env = z.object({ API_MODE: z.string(), API_KEY: z.string() }).parse(process.env)
connect(env)`,
      filename: folder.at('named/src/server.ts'),
      output: null,
      errors: [{
        messageId: 'unnamed', data: { name: 'API_MODE', file: shown('named/.env.example') },
        line: 4, column: 24, endLine: 4, endColumn: 44,
      }],
    },
    {
      name: 'not named, read by env-var',
      code: `${SERVER}import { get } from 'env-var'
connect(get('API_MODE').required().asString())`,
      filename: folder.at('named/src/server.ts'),
      output: null,
      errors: [{
        messageId: 'unnamed', data: { name: 'API_MODE', file: shown('named/.env.example') },
        line: 5, column: 9, endLine: 5, endColumn: 24,
      }],
    },
    {
      name: 'a file that holds no text',
      code: `${SERVER}connect(process.env.API_KEY)`,
      filename: folder.at('binary/src/server.ts'),
      output: null,
      errors: [{
        messageId: 'unnamed', data: { name: 'API_KEY', file: shown('binary/.env.example') },
        line: 4, column: 9, endLine: 4, endColumn: 28,
      }],
    },
    {
      name: 'a real secret, and one in a comment',
      code: `${SERVER}connect(process.env.DB_HOST, process.env.DB_PASSWORD, process.env.JWT_SECRET, process.env.SESSION_SECRET)
connect(process.env.API_TOKEN)`,
      filename: folder.at('secret/src/server.ts'),
      output: null,
      errors: [
        {
          messageId: 'secret', data: { name: 'JWT_SECRET', file: shown('secret/.env.dist'), line: '6' },
          line: 4, column: 55, endLine: 4, endColumn: 77,
        },
        {
          messageId: 'secret', data: { name: 'SESSION_SECRET', file: shown('secret/.env.dist'), line: '5' },
          line: 4, column: 79, endLine: 4, endColumn: 105,
        },
      ],
    },
    {
      name: 'real secrets of which none is read here: at the first read',
      code: `${SERVER}connect(process.env.DB_HOST)`,
      filename: folder.at('secret/src/server.ts'),
      output: null,
      errors: [
        {
          messageId: 'secret', data: { name: 'SESSION_SECRET', file: shown('secret/.env.dist'), line: '5' },
          line: 4, column: 9, endLine: 4, endColumn: 28,
        },
        {
          messageId: 'secret', data: { name: 'JWT_SECRET', file: shown('secret/.env.dist'), line: '6' },
          line: 4, column: 9, endLine: 4, endColumn: 28,
        },
      ],
    },
  ],
})
