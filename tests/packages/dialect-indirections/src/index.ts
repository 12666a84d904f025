import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { registerByClass } from './by-class.js'
import { registerByHelper } from './by-helper.js'
import { registerByTable } from './by-table.js'
import { WatchedServer } from './watched-server.js'

const server = new McpServer({ name: 'git', version: '1.0.0' })
registerByHelper(server)
registerByTable(server)
registerByClass(server)

const watched = new WatchedServer({ name: 'watched', version: '1.0.0' })
watched.start()
