import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { container } from 'tsyringe'
import { GitTools } from './git-tools.js'

const server = new McpServer({ name: 'git', version: '1.0.0' })
container.resolve(GitTools).register(server)
