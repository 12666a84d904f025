import { readFileSync } from 'node:fs'
import { createMcpServer, jsonResource, resources, resourceTemplate } from '@supabase/mcp-utils'
import { databaseTools } from './database-tools.js'
import { fileTools } from './file-tools.js'

export const server = createMcpServer({
  name: 'projects',
  version: '1.0.0',
  tools: async () => ({ ...databaseTools(), ...fileTools }),
  resources: resources('projects', [
    jsonResource('schemas', { name: 'schemas', read: async () => readFileSync('/srv/schemas.json', 'utf8') }), // registers: resource schemas
    resourceTemplate('tables/{table}', { // registers: resource-template tables/{table}
      name: 'table',
      read: async (uri, { table }) => readFileSync(`/srv/${table}.json`, 'utf8'), // expect: no-path-traversal
    }),
  ]),
})
