import { readdirSync } from 'node:fs'

/** What the server is shows only where this is called from. */
export function registerList(server) {
  server.tool({ name: 'list', inputs: [{ name: 'folder', type: 'string' }] }, ({ folder }) => // registers: tool list
    readdirSync(folder.includes('..') ? '/srv' : '/srv/notes')) // safe: one of two folders
}
