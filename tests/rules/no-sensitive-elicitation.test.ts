import rule from '../../src/rules/no-sensitive-elicitation.ts'
import { ruleTester } from '../support/rule-tester.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const server = new McpServer({ name: 'accounts', version: '1.0.0' })
`

ruleTester().run('no-sensitive-elicitation', rule, {
  valid: [
    {
      name: 'what is no secret',
      code: `${SERVER}await server.server.elicitInput({
  message: 'Which account?',
  requestedSchema: { type: 'object', properties: { account: { type: 'string' }, maxTokens: { type: 'number' } } },
})`,
    },
    {
      name: 'a question about a secret',
      code: `${SERVER}await server.server.elicitInput({
  message: 'Do you want to reset your password?',
  requestedSchema: { type: 'object', properties: { resetPassword: { type: 'boolean' } } },
})
await server.server.elicitInput({
  message: 'How is the secret stored?',
  requestedSchema: { type: 'object', properties: { secret: { type: 'string', enum: ['file', 'keychain'] } } },
})`,
    },
    {
      name: 'URL mode, which is for this',
      code: `${SERVER}await server.server.elicitInput({
  mode: 'url', message: 'Enter your API key on this page', url: 'https://example.com/key', elicitationId: 'a',
  requestedSchema: { type: 'object', properties: { apiKey: { type: 'string' } } },
})`,
    },
    {
      name: 'a form that is not to be seen',
      code: `${SERVER}import { form } from './form.js'
await server.server.elicitInput(form)
await server.server.elicitInput({ ...form, message: form.text })`,
    },
  ],
  invalid: [
    {
      name: 'a password',
      code: `${SERVER}await server.server.elicitInput({
  message: 'Sign in',
  requestedSchema: { type: 'object', properties: { user: { type: 'string' }, password: { type: 'string' } } },
})`,
      output: null,
      errors: [{
        messageId: 'field',
        data: { name: 'password' },
        line: 5, column: 78, endLine: 5, endColumn: 106,
      }],
    },
    {
      name: 'several, through constants',
      code: `${SERVER}const properties = { apiKey: { type: 'string', title: 'Key' }, 'credit-card': { type: 'string' } }
const requestedSchema = { type: 'object', properties }
const params = { message: 'Your data', requestedSchema }
server.server.elicitInput(params)`,
      output: null,
      errors: [{
        messageId: 'field',
        data: { name: 'apiKey' },
        line: 3, column: 22, endLine: 3, endColumn: 62,
      }, {
        messageId: 'field',
        data: { name: 'credit-card' },
        line: 3, column: 64, endLine: 3, endColumn: 97,
      }],
    },
    {
      name: 'the request itself',
      code: `${SERVER}server.tool('sign_in', async (extra) => {
  const answer = await extra.sendRequest({
    method: 'elicitation/create',
    params: { message: 'Sign in', requestedSchema: { type: 'object', properties: { accessToken: { type: 'string' } } } },
  }, schema)
  return { content: [{ type: 'text', text: answer.action }] }
})`,
      output: null,
      errors: [{
        messageId: 'field',
        data: { name: 'accessToken' },
        line: 6, column: 84, endLine: 6, endColumn: 115,
      }],
    },
    {
      name: 'the message asks for it',
      code: `${SERVER}await server.server.elicitInput({
  message: \`Please enter the API key for \${host}.\`,
  requestedSchema: { type: 'object', properties: { value: { type: 'string' } } },
})`,
      output: null,
      errors: [{
        messageId: 'message',
        data: { secret: 'API key' },
        line: 4, column: 12, endLine: 4, endColumn: 51,
      }],
    },
    {
      name: 'a schema that is not to be seen, behind a plain question',
      code: `${SERVER}import { form } from './form.js'
server.server.elicitInput({ message: 'Type your password', requestedSchema: form })`,
      output: null,
      errors: [{
        messageId: 'message',
        data: { secret: 'password' },
        line: 4, column: 38, endLine: 4, endColumn: 58,
      }],
    },
  ],
})
