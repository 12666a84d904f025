import { rmSync } from 'node:fs'
import { z } from 'zod'
import { noteFile } from '../lib/note-file.js'

export const schema = { id: z.string() }

const handler = async ({ id }: { id: string }) => { // registers: tool delete-note
  rmSync(noteFile(id)) // expect: no-path-traversal
}

export default handler
