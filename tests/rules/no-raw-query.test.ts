import rule from '../../src/rules/no-raw-query.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('no-raw-query', rule, {
  valid: [
    {
      name: 'a statement of the code',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import Database from 'better-sqlite3'
const db = new Database('notes.db')
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  db.prepare('SELECT * FROM notes WHERE id = ?').get(value)
  return { content: [] }
})`,
    },
    {
      name: 'one of a list',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import Database from 'better-sqlite3'
const db = new Database('notes.db')
declare const server: McpServer
server.tool('run', { value: z.enum(['SELECT 1']), other: z.string() }, async ({ value, other }) => {
  db.prepare(value).all()
  return { content: [] }
})`,
    },
    {
      name: 'put together, which is for no-string-built-query',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import Database from 'better-sqlite3'
const db = new Database('notes.db')
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  db.prepare(\`SELECT * FROM notes WHERE id = \${value}\`).get()
  return { content: [] }
})`,
    },
  ],
  invalid: [
    {
      name: 'pg',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { Pool } from 'pg'
const pool = new Pool()
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  await pool.query(value)
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:6)',
            sink: 'pool.query',
            route: '',
          },
          line: 7, column: 20, endLine: 7, endColumn: 25,
        },
      ],
    },
    {
      name: 'a test of the first word',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import Database from 'better-sqlite3'
const db = new Database('notes.db')
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  if (!value.toLowerCase().startsWith('select')) throw new Error('read only')
  db.prepare(value).all()
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:6)',
            sink: 'db.prepare',
            route: '',
          },
          line: 8, column: 14, endLine: 8, endColumn: 19,
        },
      ],
    },
    {
      name: 'a limit behind it',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import Database from 'better-sqlite3'
const db = new Database('notes.db')
declare const server: McpServer
server.tool('run', { value: z.string(), other: z.string() }, async ({ value, other }) => {
  db.prepare(\`\${value} LIMIT 10\`).all()
  return { content: [] }
})`,
      output: null,
      errors: [
        {
          messageId: 'runs',
          data: {
            source: '`value`',
            registration: 'tool run (server.ts:6)',
            sink: 'db.prepare',
            route: '',
          },
          line: 7, column: 14, endLine: 7, endColumn: 33,
        },
      ],
    },
  ],
})
