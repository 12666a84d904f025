import { readNote, listNotes } from './notes.js'

interface Tool { execute(args: Record<string, unknown>): Promise<{ content: { type: 'text'; text: string }[] }> }

export const toolByName = new Map<string, Tool>()

function add(name: string, tool: Tool) {
  toolByName.set(name, tool)
}

add('read_note', readNote)
add('list_notes', listNotes)
