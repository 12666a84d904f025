import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Where the plugin keeps facts between runs, below the root of a package. */
const CACHE_FOLDER = 'node_modules/.cache/eslint-plugin-secure-mcp'

export function hasCache(roots: readonly string[]): boolean {
  return roots.some((root) => existsSync(path.join(root, CACHE_FOLDER)))
}

export function removeCache(roots: readonly string[]): void {
  for (const root of roots) rmSync(path.join(root, CACHE_FOLDER), { recursive: true, force: true })
}
