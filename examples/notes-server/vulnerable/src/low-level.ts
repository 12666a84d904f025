import { exec } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'

const ARCHIVE_DIR = '/var/lib/notes/archive'
const EXPORT_ROOTS = ['/var/lib/notes/export', '/srv/notes']
const execAsync = promisify(exec)

const TOOLS = [
  {
    name: 'read_archived',
    description: 'Returns the text of an archived note.',
    inputSchema: { type: 'object' as const, properties: { name: { type: 'string' } }, required: ['name'] },
  },
  {
    name: 'pack_year',
    description: 'Packs the archived notes of one year.',
    inputSchema: { type: 'object' as const, properties: { year: { type: 'string' } }, required: ['year'] },
  },
  {
    name: 'export_index',
    description: 'Copies the index of the archive to an export folder.',
    inputSchema: { type: 'object' as const, properties: { target: { type: 'string' } }, required: ['target'] },
  },
]

export function createArchiveServer(): Server {
  const server = new Server({ name: 'notes-archive', version: '1.0.0' }, { capabilities: { tools: {} } })

  server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: TOOLS }))

  server.setRequestHandler(CallToolRequestSchema, async (request) => {
    const { name, arguments: args } = request.params
    switch (name) {
      case 'read_archived': {
        const { name: note } = args as { name: string } // expect: no-unvalidated-arguments
        const text = fs.readFileSync(path.join(ARCHIVE_DIR, note), 'utf8') // expect: no-path-traversal
        return { content: [{ type: 'text', text }] }
      }
      case 'pack_year': {
        const { year } = args as { year: string } // expect: no-unvalidated-arguments
        const { stdout } = await execAsync(`tar czf ${year}.tgz ${ARCHIVE_DIR}/${year}`) // expect: no-command-injection
        return { content: [{ type: 'text', text: stdout }] }
      }
      case 'export_index': {
        const { target } = args as { target: string }
        const file = path.resolve(target)
        // expect: no-prefix-path-check, require-realpath-check
        const allowed = EXPORT_ROOTS.some((root) => file.startsWith(root))
        if (!allowed) throw new Error(`Not an export folder: ${target}`)
        fs.copyFileSync(path.join(ARCHIVE_DIR, 'index.md'), file)
        return { content: [{ type: 'text', text: `Exported to ${file}` }] }
      }
      default:
        throw new Error(`Unknown tool: ${name}`)
    }
  })

  return server
}
