import { constants, realpathSync } from 'node:fs'
import { readdir, readFile, realpath, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { config } from './config.js'
import { takeCall } from './rate-limit.js'
import { failed, refused, reply } from './results.js'

const NOTES_DIR = realpathSync(path.resolve(config.notesDir))
/** Creates or replaces a file, and fails on a symbolic link. */
const WRITE_FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW
const TEMPLATES_DIR = path.resolve('templates')
const pinned = new Set<string>()

const NoteName = z
  .string()
  .max(200)
  .regex(/^\w[\w ./-]*$/)
  .describe('File name of the note, such as todo.md')

export function registerNotes(server: McpServer): void {
  server.registerTool(
    'list_notes',
    {
      title: 'List notes',
      description: 'Lists the names of all notes.',
      inputSchema: {},
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async () => {
      if (!takeCall('list_notes')) return refused('list_notes', 'rate-limit')
      try {
        const names = await readdir(NOTES_DIR)
        return reply(names.join('\n'))
      } catch (error) {
        return failed('list_notes', error)
      }
    },
  )

  server.registerTool(
    'read_note',
    {
      title: 'Read note',
      description: 'Returns the text of one note.',
      inputSchema: { name: NoteName },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ name }) => {
      if (!takeCall('read_note')) return refused('read_note', 'rate-limit')
      try {
        const file = await resolveNote(name)
        const text = await readFile(file, 'utf8')
        return reply(text)
      } catch (error) {
        return failed('read_note', error)
      }
    },
  )

  server.registerTool(
    'write_note',
    {
      title: 'Write note',
      description: 'Creates a note or replaces its text.',
      inputSchema: { name: NoteName, text: z.string().max(100_000) },
      annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
    },
    async ({ name, text }) => {
      if (!takeCall('write_note')) return refused('write_note', 'rate-limit')
      try {
        const resolved = path.resolve(NOTES_DIR, name)
        // The note may be new, so the folder is what must exist, and exist inside.
        const folder = await realpath(path.dirname(resolved))
        if (folder !== NOTES_DIR && !folder.startsWith(NOTES_DIR + path.sep)) {
          return refused('write_note', 'not-permitted')
        }
        const file = path.join(folder, path.basename(resolved))
        if (!file.startsWith(NOTES_DIR + path.sep)) return refused('write_note', 'not-permitted')
        await writeFile(file, text, { flag: WRITE_FLAGS })
        return reply('Wrote the note.')
      } catch (error) {
        return failed('write_note', error)
      }
    },
  )

  server.registerTool(
    'search_notes',
    {
      title: 'Search notes',
      description: 'Finds notes in a folder that contain a text.',
      inputSchema: { folder: NoteName.optional(), query: z.string().max(200) },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ folder, query }) => {
      if (!takeCall('search_notes')) return refused('search_notes', 'rate-limit')
      try {
        const directory = folder === undefined ? NOTES_DIR : await resolveNote(folder)
        const hits: string[] = []
        for (const entry of await readdir(directory, { withFileTypes: true })) {
          // Symbolic links, which may lead outside, are not files either.
          if (!entry.isFile()) continue
          const text = await readFile(path.join(directory, entry.name), 'utf8')
          if (text.includes(query)) hits.push(entry.name)
        }
        return reply(hits.join('\n'))
      } catch (error) {
        return failed('search_notes', error)
      }
    },
  )

  server.registerTool(
    'delete_note',
    {
      title: 'Delete note',
      description: 'Deletes one note.',
      inputSchema: { name: NoteName },
      annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: false },
    },
    async ({ name }) => {
      if (!takeCall('delete_note')) return refused('delete_note', 'rate-limit')
      if (!config.allowDelete) return refused('delete_note', 'not-permitted')
      try {
        await unlink(await resolveNote(name))
        return reply('Deleted the note.')
      } catch (error) {
        return failed('delete_note', error)
      }
    },
  )

  server.registerTool(
    'new_from_template',
    {
      title: 'New note from template',
      description: 'Returns the text of a template to start a note from.',
      inputSchema: { template: z.enum(['meeting', 'journal', 'decision']) },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ template }) => {
      if (!takeCall('new_from_template')) return refused('new_from_template', 'rate-limit')
      try {
        const text = await readFile(path.join(TEMPLATES_DIR, `${template}.md`), 'utf8')
        return reply(text)
      } catch (error) {
        return failed('new_from_template', error)
      }
    },
  )

  server.registerTool(
    'pin_note',
    {
      title: 'Pin note',
      description: 'Pins a note to the top of the list.',
      inputSchema: { name: NoteName },
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async ({ name }) => {
      if (!takeCall('pin_note')) return refused('pin_note', 'rate-limit')
      pinned.add(name)
      return reply(`${pinned.size} notes are pinned`)
    },
  )
}

/** The real path of something that exists in the notes; throws on anything outside, symbolic links resolved. */
async function resolveNote(name: string): Promise<string> {
  const file = await realpath(path.resolve(NOTES_DIR, name))
  if (!file.startsWith(NOTES_DIR + path.sep)) throw new Error('Outside of the notes')
  return file
}
