import { lstat, realpath } from 'node:fs/promises'
import path from 'node:path'
import { UserError } from './tool-result.js'

const RESERVED = new Set(['con', 'prn', 'aux', 'nul'])

/** Whether an absolute path is the folder or lies below it. */
export function isInside(folder: string, target: string): boolean {
  const relative = path.relative(folder, target)
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
}

/** The absolute path of a name in a folder. Throws where the name leads out of it. */
export function insideFolder(folder: string, name: string): string {
  const root = path.resolve(folder)
  const target = path.resolve(root, name)
  if (target !== root && !target.startsWith(root + path.sep)) throw new UserError('refused', 'The path leaves the folder.')
  return target
}

/** Like `insideFolder`, for a file that exists: links are followed before the check. */
export async function realInsideFolder(folder: string, name: string): Promise<string> {
  const target = insideFolder(folder, name)
  const root = await realpath(folder)
  const real = await realpath(target)
  if (!isInside(root, real)) throw new UserError('refused', 'The link leaves the folder.')
  return real
}

export function isReserved(name: string): boolean {
  const [stem = ''] = name.toLowerCase().split('.')
  return RESERVED.has(stem)
}

/** The kind of what is at a path of the folder; undefined where there is nothing. */
export async function kindOf(folder: string, name: string): Promise<'file' | 'folder' | 'link' | undefined> {
  const target = insideFolder(folder, name)
  try {
    const found = await lstat(target)
    if (found.isSymbolicLink()) return 'link'
    return found.isDirectory() ? 'folder' : 'file'
  } catch {
    return undefined
  }
}

/** The names between a folder and something in it, outermost first. */
export function partsBetween(folder: string, target: string): string[] {
  if (!isInside(folder, target)) return []
  return path.relative(folder, target).split(path.sep).filter((part) => part !== '')
}
