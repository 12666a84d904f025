import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { Shell } from './shell.js'
import { GitService } from './git-service.js'
import { GitTools } from './git-tools.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.registerTool('ping', {}, async () => ({ content: [] }))
new GitTools(server, new GitService(new Shell('/srv/repository'))).register()
