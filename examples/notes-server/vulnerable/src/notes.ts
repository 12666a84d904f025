import { readdir, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'

const NOTES_DIR = path.resolve(process.env.NOTES_DIR ?? 'notes')
const TEMPLATES_DIR = path.resolve('templates')
const pinned = new Set<string>()

// fault: none of the tools limits how often it is called.
export function registerNotes(server: McpServer): void {
  server.registerTool(
    'list_notes',
    { title: 'List notes', description: 'Lists the names of all notes.' },
    async () => {
      const names = await readdir(NOTES_DIR) // safe: the directory is a constant
      return reply(names.join('\n'))
    },
  )

  server.registerTool(
    'read_note',
    {
      title: 'Read note',
      description: 'Returns the text of one note.',
      inputSchema: { name: z.string().describe('File name of the note, such as todo.md') },
    },
    async ({ name }) => {
      try {
        const file = path.join(NOTES_DIR, name)
        const text = await readFile(file, 'utf8') // expect: no-path-traversal
        return reply(text)
      } catch (error) {
        return failed(error)
      }
    },
  )

  server.registerTool(
    'write_note',
    {
      title: 'Write note',
      description: 'Creates a note or replaces its text.',
      inputSchema: { name: z.string(), text: z.string() },
      annotations: { readOnlyHint: true }, // expect: no-misleading-annotations
    },
    async ({ name, text }) => {
      const resolved = path.resolve(NOTES_DIR, name)
      // expect: no-prefix-path-check, require-realpath-check
      if (!resolved.startsWith(NOTES_DIR)) {
        return { content: [{ type: 'text', text: `Outside of the notes: ${resolved}` }], isError: true }
      }
      await writeFile(resolved, text)
      return reply(`Wrote ${name}`)
    },
  )

  server.registerTool(
    'search_notes',
    {
      title: 'Search notes',
      description: 'Finds notes in a folder that contain a text.',
      inputSchema: { folder: z.string().default('.'), query: z.string() },
    },
    async ({ folder, query }) => {
      try {
        const hits: string[] = []
        // expect: no-path-traversal
        for (const entry of await readdir(notePath(folder), { withFileTypes: true })) {
          if (!entry.isFile()) continue
          const text = await readFile(notePath(folder, entry.name), 'utf8') // expect: no-path-traversal
          if (text.includes(query)) hits.push(entry.name) // safe: the query is compared, not opened
        }
        return reply(hits.join('\n'))
      } catch (error) {
        return failed(error)
      }
    },
  )

  server.registerTool(
    'delete_note',
    {
      title: 'Delete note',
      description: 'Deletes one note.',
      inputSchema: { name: z.string() },
      annotations: { destructiveHint: true },
    },
    async ({ name }) => {
      try {
        await unlink(notePath(name)) // expect: no-path-traversal
        return reply(`Deleted ${name}`)
      } catch (error) {
        return failed(error)
      }
    },
  )

  server.registerTool(
    'new_from_template',
    {
      title: 'New note from template',
      description: 'Returns the text of a template to start a note from.',
      inputSchema: { template: z.enum(['meeting', 'journal', 'decision']) },
    },
    async ({ template }) => {
      // safe: the schema leaves three constants
      const text = await readFile(path.join(TEMPLATES_DIR, `${template}.md`), 'utf8')
      return reply(text)
    },
  )

  // expect: require-input-schema
  server.registerTool('pin_note', { description: 'Pins a note to the top of the list.' }, async (args: any) => {
    pinned.add(args.name)
    return reply(`${pinned.size} notes are pinned`)
  })
}

function notePath(...parts: string[]): string {
  return path.join(NOTES_DIR, ...parts)
}

function reply(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] }
}

function failed(error: unknown): CallToolResult {
  const details = error instanceof Error ? error.stack : String(error)
  return { content: [{ type: 'text', text: `Failed: ${details}` }], isError: true } // expect: no-stack-in-response
}
