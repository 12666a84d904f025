import Database from 'better-sqlite3'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Config } from './config.js'
import { SnapshotService } from './services/snapshot-service.js'
import { TicketService } from './services/ticket-service.js'
import { SnapshotFiles } from './stores/snapshot-files.js'
import { TicketStore } from './stores/ticket-store.js'
import { registerSnapshotTools } from './tools/snapshot-tools.js'
import { registerTicketTools } from './tools/ticket-tools.js'

const INSTRUCTIONS = 'Names of files are relative to the folder of the workbench. Ask for a list before you read or change anything.'

/** The server with all its tools; nothing is read before the first of them is called. */
export function createServer(config: Config): McpServer {
  const server = new McpServer({ name: 'workbench', version: '1.4.0' }, { instructions: INSTRUCTIONS })
  const database = new Database(config.database, { readonly: config.readOnly })
  const snapshots = new SnapshotService(new SnapshotFiles(config.folder, config.limits), config)
  const tickets = new TicketService(new TicketStore(database, config.limits.maxRows), snapshots)
  registerSnapshotTools(server, snapshots)
  registerTicketTools(server, tickets)
  server.server.onclose = () => {
    database.close()
  }
  return server
}
