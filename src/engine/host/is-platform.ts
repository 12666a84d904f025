import { isBuiltin } from 'node:module'

/** Whether a module comes with Node itself. */
export function isPlatform(module: string): boolean {
  return isBuiltin(module)
}
