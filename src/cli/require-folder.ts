import { stat } from 'node:fs/promises'

/** Throws, with a one-line message, where there is no such folder; `name` is what its reader called it. */
export async function requireFolder(root: string, name: string): Promise<void> {
  const found = await stat(root).catch(() => undefined)
  if (!found) throw new Error(`No such folder: ${name}`)
  if (!found.isDirectory()) throw new Error(`Not a folder: ${name}`)
}
