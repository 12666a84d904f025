import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { createServer } from './create-server.js'
import registerNotes from './register-notes.js'
import { registerGit } from './register-git.js'

const server = createServer('notes')
registerGit(server)
for (const register of [registerNotes]) register(server, { root: 'notes' })
export type { McpServer }
