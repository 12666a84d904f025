import rule from '../../src/rules/require-resource-uri-validation.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('require-resource-uri-validation', rule, {
  valid: [
    {
      name: 'an argument of a tool',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await fetch(\`https://api.example.com/users/\${value}\`)
  return { content: [] }
})`,
    },
    {
      name: 'encoded',
      code: `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
declare const server: McpServer
server.registerResource('user', new ResourceTemplate('users://{id}', { list: undefined }), {}, async (uri, { id }) => {
  await fetch(\`https://api.example.com/users/\${encodeURIComponent(String(id))}\`)
  return { contents: [] }
})`,
    },
    {
      name: 'a pattern',
      code: `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
declare const server: McpServer
server.registerResource('user', new ResourceTemplate('users://{id}', { list: undefined }), {}, async (uri, { id }) => {
  if (typeof id !== 'string' || !/^\\d+$/.test(id)) throw new Error('id')
  await fetch(\`https://api.example.com/users/\${id}\`)
  return { contents: [] }
})`,
    },
    {
      name: 'letters, digits and hyphens',
      code: `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
declare const server: McpServer
server.registerResource('user', new ResourceTemplate('users://{id}', { list: undefined }), {}, async (uri, { id }) => {
  if (!/^[\\w-]+$/.test(String(id))) throw new Error('id')
  await fetch(\`https://api.example.com/users/\${id}\`)
  return { contents: [] }
})`,
    },
    {
      name: 'in the query',
      code: `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
declare const server: McpServer
server.registerResource('user', new ResourceTemplate('users://{id}', { list: undefined }), {}, async (uri, { id }) => {
  await fetch(\`https://api.example.com/users?id=\${id}\`)
  return { contents: [] }
})`,
    },
  ],
  invalid: [
    {
      name: 'a variable',
      code: `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
declare const server: McpServer
server.registerResource('user', new ResourceTemplate('users://{id}', { list: undefined }), {}, async (uri, { id }) => {
  await fetch(\`https://api.example.com/users/\${id}\`)
  return { contents: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'unchecked',
          data: {
            source: '`id`',
            registration: 'resource user (server.ts:3)',
            sink: 'fetch',
            route: '',
          },
          line: 4, column: 15, endLine: 4, endColumn: 52,
        },
      ],
    },
    {
      name: 'the path of the address',
      code: `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
declare const server: McpServer
server.registerResource('user', new ResourceTemplate('users://{id}', { list: undefined }), {}, async (uri, { id }) => {
  await fetch(\`https://api.example.com\${uri.pathname}\`)
  return { contents: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'unchecked',
          data: {
            source: '`uri.pathname`',
            registration: 'resource user (server.ts:3)',
            sink: 'fetch',
            route: '',
          },
          line: 4, column: 15, endLine: 4, endColumn: 55,
        },
      ],
    },
    {
      name: 'decoded',
      code: `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import axios from 'axios'
declare const server: McpServer
server.registerResource('user', new ResourceTemplate('users://{id}', { list: undefined }), {}, async (uri, { id }) => {
  await axios.get(\`/users/\${decodeURIComponent(String(id))}\`)
  return { contents: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'unchecked',
          data: {
            source: '`id`',
            registration: 'resource user (server.ts:4)',
            sink: 'axios.get',
            route: '',
          },
          line: 5, column: 19, endLine: 5, endColumn: 61,
        },
      ],
    },
  ],
})
