import { readFile } from 'node:fs/promises'

export const ROOT = new URL('../../', import.meta.url)

/** The text of a file given by its path from the repository's root, or `undefined` where there is none. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(new URL(path, ROOT), 'utf8')).replaceAll('\r\n', '\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
