import { StdioTransport } from '@tmcp/transport-stdio'
import { McpServer } from 'tmcp'
import { listTool } from './list-tool.js'

const server = new McpServer({ name: 'lists', version: '1.0.0' }, { capabilities: { tools: {} } })
console.log('ready', listTool) // expect: no-stdout-logging
console.error('ready') // safe: standard error
new StdioTransport(server).listen()
