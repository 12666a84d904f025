import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface DependencyVersion {
  /** Three numbers; of a declared range, the lowest that it admits. */
  readonly version: string
  /** False for a range, which may yet admit a later one. */
  readonly isExact: boolean
}

/**
 * The version of a package that a file gets: the installed one, or else what the nearest manifest that depends on it
 * declares. `undefined` where neither tells.
 */
export function resolveVersion(filename: string, name: string): DependencyVersion | undefined {
  let declared: DependencyVersion | undefined
  for (let folder = dirname(filename); ; folder = dirname(folder)) {
    const installed = readVersion(readJson(join(folder, 'node_modules', name, 'package.json'))?.version)
    if (installed) return installed
    declared ??= rangeIn(readJson(join(folder, 'package.json')), name)
    if (dirname(folder) === folder || existsSync(join(folder, '.git'))) break
  }
  return declared
}

function rangeIn(manifest: Record<string, unknown> | undefined, name: string): DependencyVersion | undefined {
  for (const field of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    const list = manifest?.[field]
    if (typeof list === 'object' && list !== null && Object.hasOwn(list, name)) return readVersion((list as Record<string, unknown>)[name])
  }
  return undefined
}

/** The first version in a range; `latest`, a path or a bare `workspace:*` tells nothing. */
function readVersion(range: unknown): DependencyVersion | undefined {
  const text = typeof range === 'string' ? range.replace(/^(?:npm:.*@|workspace:)/u, '') : ''
  const found = /^[\^~>=v\s]*(\d+)(?:\.(\d+))?(?:\.(\d+))?/u.exec(text)
  if (!found) return undefined
  const version = found.slice(1, 4).map((part: string | undefined) => part ?? '0').join('.')
  return { version, isExact: /^v?\d+\.\d+\.\d+(?:[-+]\S*)?$/u.test(text) }
}

function readJson(path: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof parsed === 'object' && parsed !== null ? parsed as Record<string, unknown> : undefined
  } catch {
    return undefined
  }
}
