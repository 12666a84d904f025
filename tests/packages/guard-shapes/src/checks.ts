import path from 'node:path'

const NAME = /^[a-z0-9]+$/
const ROOTS = [path.resolve('notes'), path.resolve('.')]

export const isSafe = (name: string): boolean => NAME.test(name)

export const validated = isSafe

export function errorOf(name: string): string | undefined {
  if (!NAME.test(name)) return 'invalid name'
  return undefined
}

export function verdict(name: string): { valid: boolean; reason?: string } {
  if (name === '') return { valid: false, reason: 'empty' }
  if (!NAME.test(name)) return { valid: false, reason: 'invalid' }
  return { valid: true }
}

export async function verdictLater(name: string): Promise<{ valid: boolean }> {
  await Promise.resolve()
  return { valid: isSafe(name) }
}

export function statusOf(name: string): 'ok' | 'invalid' {
  return isSafe(name) ? 'ok' : 'invalid'
}

export function orNothing(name: string): string | null {
  if (!isSafe(name)) return null
  return path.join('notes', name)
}

export function guardFor(folder: string): (file: string) => boolean {
  const root = path.resolve(folder)
  return (file) => file === root || file.startsWith(root + path.sep)
}

export const allInside = (file: string) => ROOTS.every((root) => file === root || file.startsWith(root + path.sep))

export class NamePolicy {
  static allows(name: string): boolean {
    return NAME.test(name)
  }

  async check(name: string): Promise<void> {
    if (!NamePolicy.allows(name)) throw new Error('not allowed')
  }
}

export function checked(name: string): string {
  if (!isSafe(name)) throw new Error('invalid')
  return name
}

export function looksAt(name: string): void {
  if (!isSafe(name)) console.error('a strange name')
}
