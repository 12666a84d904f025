import { readdirSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import { join } from 'node:path'

const SCRIPT = /\.[cm]?[jt]sx?$/u
const NO_SOURCE = /\.d\.[cm]?ts$|\.min\.[cm]?js$|\.(?:test|spec|stories|bench)\.[cm]?[jt]sx?$/u
const LEFT_OUT: ReadonlySet<string> = new Set([
  'node_modules', 'coverage', 'vendor', 'third_party', '__tests__', '__mocks__', '__fixtures__', 'bower_components',
])
/** Folders of tests and of built code, at the root of a package only: elsewhere the names mean other things. */
const AT_ROOT: ReadonlySet<string> = new Set(['test', 'tests', 'e2e', 'fixtures', 'examples', 'example', 'docs', 'benchmarks'])
const BUILT: ReadonlySet<string> = new Set(['dist', 'build', 'out', 'lib', 'esm', 'cjs'])

/**
 * The scripts of a package, sorted, forward slashes. Tests, links, hidden folders, nested packages and installed modules
 * are not part of it; built code is only if `within` (the file under lint) is built code too, or there is no other.
 */
export function listFiles(root: string, within: string, maxFiles: number): string[] {
  const files: string[] = []
  const built: string[] = []
  const walk = (folder: string, depth: number, into: string[]): void => {
    if (files.length + built.length >= maxFiles || depth > 24) return
    const entries = readFolder(folder)
    if (depth > 0 && entries.some((entry) => entry.name === 'package.json') && !within.startsWith(`${folder}/`)) return
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (entry.name.startsWith('.') || LEFT_OUT.has(entry.name)) continue
        if (depth === 0 && AT_ROOT.has(entry.name)) continue
        walk(path, depth + 1, depth === 0 && BUILT.has(entry.name) ? built : into)
      } else if (entry.isFile() && SCRIPT.test(entry.name) && !NO_SOURCE.test(entry.name)) {
        into.push(path)
      }
    }
  }
  walk(root, 0, files)
  const own = builtFolder(root, within)
  if (own !== undefined) return built.filter((path) => builtFolder(root, path) === own).sort()
  return files.some((path) => !isConfiguration(path)) ? files.sort() : [...files, ...built].sort()
}

/** The folder of built code at the root of a package in which a file lies, if it does. */
export function builtFolder(root: string, path: string): string | undefined {
  const [top = ''] = path.slice(root.length + 1).split('/')
  return BUILT.has(top) ? top : undefined
}

function isConfiguration(path: string): boolean {
  return /(?:\.config|\.conf|rc)\.[cm]?[jt]s$/u.test(path)
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(join(folder), { withFileTypes: true })
  } catch {
    return []
  }
}
