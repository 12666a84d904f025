import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { copyFile, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { config } from './config.js'
import { takeCall } from './rate-limit.js'
import { failed, refused, reply } from './results.js'

const ARCHIVE_DIR = realpathSync(config.archiveDir)
const EXPORT_ROOTS = [realpathSync(config.exportDir), realpathSync(config.notesDir)]
const execFileAsync = promisify(execFile)

const ReadArguments = z.object({ name: z.string().max(200).regex(/^\w[\w ./-]*$/) })
const PackArguments = z.object({ year: z.string().max(4).regex(/^\d{4}$/) })
const ExportArguments = z.object({ target: z.string().max(200).regex(/^[\w/][\w ./-]*$/) })

const TOOLS = [
  {
    name: 'read_archived',
    description: 'Returns the text of an archived note.',
    inputSchema: z.toJSONSchema(ReadArguments) as { type: 'object' },
    annotations: { readOnlyHint: true, openWorldHint: false },
  },
  {
    name: 'pack_year',
    description: 'Packs the archived notes of one year.',
    inputSchema: z.toJSONSchema(PackArguments) as { type: 'object' },
    annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
  },
  {
    name: 'export_index',
    description: 'Copies the index of the archive to an export folder.',
    inputSchema: z.toJSONSchema(ExportArguments) as { type: 'object' },
    annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: false },
  },
]

export function createArchiveServer(): Server {
  const server = new Server({ name: 'notes-archive', version: '1.0.0' }, { capabilities: { tools: {} } })

  server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: TOOLS }))

  server.setRequestHandler(CallToolRequestSchema, async (request): Promise<CallToolResult> => {
    const { name, arguments: args } = request.params
    if (!takeCall('archive')) return refused('archive', 'rate-limit')
    try {
      switch (name) {
        case 'read_archived': {
          const { name: note } = ReadArguments.parse(args)
          const file = await realpath(path.resolve(ARCHIVE_DIR, note))
          if (!file.startsWith(ARCHIVE_DIR + path.sep)) return refused(name, 'not-permitted')
          return reply(await readFile(file, 'utf8'))
        }
        case 'pack_year': {
          const { year } = PackArguments.parse(args)
          const { stdout } = await execFileAsync('tar', ['-czf', `${year}.tgz`, '-C', ARCHIVE_DIR, '--', year], {
            timeout: 60_000,
          })
          return reply(stdout)
        }
        case 'export_index': {
          const { target } = ExportArguments.parse(args)
          const folder = await realpath(path.resolve(path.dirname(target)))
          const allowed = EXPORT_ROOTS.some((root) => folder === root || folder.startsWith(root + path.sep))
          if (!allowed) return refused(name, 'not-permitted')
          await copyFile(path.join(ARCHIVE_DIR, 'index.md'), path.join(folder, 'index.md'))
          return reply('Exported the index.')
        }
        default:
          return refused('unknown', 'not-permitted')
      }
    } catch (error) {
      return failed('archive', error)
    }
  })

  return server
}
