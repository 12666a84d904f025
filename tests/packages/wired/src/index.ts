import { execSync } from 'node:child_process'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { register } from './tools.js'

register(
  new McpServer({ name: 'notes', version: '1.0.0' }),
  (command) => execSync(command).toString(), // expect: no-command-injection
  () => execSync('ls').toString(), // safe: a constant
)
