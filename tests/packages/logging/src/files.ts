import { readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'

const ROOT = path.resolve('notes')

export function locate(name: string): string {
  const target = path.resolve(ROOT, name)
  // expect: require-anomaly-log
  if (!target.startsWith(ROOT + path.sep)) throw new Error('Outside of the notes')
  return target
}

export async function load(name: string): Promise<string> {
  try {
    return await readFile(locate(name), 'utf8')
  } catch { // expect: require-error-logging
    throw new Error('Cannot read the note')
  }
}

export async function exists(name: string): Promise<boolean> {
  try {
    await readFile(locate(name))
    return true
  } catch {
    // safe: the answer to a question
    return false
  }
}

export async function save(name: string, text: string): Promise<void> {
  await writeFile(locate(name), text)
}

export async function remove(name: string): Promise<void> {
  await unlink(locate(name))
}
