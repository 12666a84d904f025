import path from 'node:path'

export const inNotes = (name: string) => path.join('notes', name)
