import { realpath } from 'node:fs/promises'
import path from 'node:path'

const ROOT = path.resolve('notes')
const ROOTS = ['notes', 'drafts'].map((name) => path.resolve(name))

export function isInside(file: string): boolean {
  return file === ROOT || file.startsWith(ROOT + path.sep)
}

export function assertInside(file: string): void {
  if (!isInside(file)) throw new Error('outside')
}

export async function assertInsideAsync(file: string): Promise<void> {
  const relative = path.relative(ROOT, file)
  if (relative.startsWith('..') || path.isAbsolute(relative)) throw new Error('outside')
}

export function checkInside(name: string): { ok: true; path: string } | { ok: false; error: string } {
  const file = path.resolve(ROOT, name)
  if (!isInside(file)) return { ok: false, error: 'outside' }
  return { ok: true, path: file }
}

export function safePath(name: string): string {
  const file = path.resolve(ROOT, name)
  assertInside(file)
  return file
}

export function unsafePath(name: string): string {
  return path.normalize(path.join(ROOT, name))
}

export async function validatePath(name: string): Promise<string> {
  const real = await realpath(path.resolve(ROOT, name))
  if (!isInsideAny(real)) throw new Error('outside')
  return real
}

export const isInsideAny = (file: string) => ROOTS.some((root) => file === root || file.startsWith(root + path.sep))

export function looksFine(name: string): boolean {
  return name.length > 0 && name.length < 200
}
