import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** One package on disk: everything that a finding may depend on lies below its root. */
export interface PackageOnDisk {
  /** The folder of the nearest package.json; forward slashes. */
  readonly root: string
  /** The names that its manifest, or one above it in the same repository, depends on. */
  readonly dependencies: ReadonlySet<string>
  readonly hasManifest: boolean
}

interface Manifest {
  readonly dependencies: readonly string[]
}

const packages = new Map<string, PackageOnDisk>()

/** The package that a file belongs to; without any package.json, the folder of the file is its root. */
export function findPackage(filename: string): PackageOnDisk {
  const folder = dirname(filename)
  let found = packages.get(folder)
  if (!found) {
    found = lookUp(folder)
    packages.set(folder, found)
  }
  return found
}

/** Forgets what was read, for an editor that outlives a change of a manifest. */
export function forgetPackages(): void {
  packages.clear()
}

function lookUp(start: string): PackageOnDisk {
  let root: string | undefined
  const dependencies = new Set<string>()
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = readManifest(join(folder, 'package.json'))
    if (manifest) {
      root ??= folder
      for (const name of manifest.dependencies) dependencies.add(name)
    }
    // A repository ends at its `.git`; nothing above it is read.
    if (dirname(folder) === folder || existsSync(join(folder, '.git'))) break
  }
  return { root: (root ?? start).replaceAll('\\', '/'), dependencies, hasManifest: root !== undefined }
}

/** A manifest that cannot be read or is not JSON still marks a package; nothing is known of its dependencies. */
function readManifest(path: string): Manifest | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
  try {
    const parsed: unknown = JSON.parse(text)
    const fields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const
    const lists = typeof parsed === 'object' && parsed !== null ? fields.map((field) => (parsed as Record<string, unknown>)[field]) : []
    return { dependencies: lists.flatMap((list) => (typeof list === 'object' && list !== null ? Object.keys(list) : [])) }
  } catch {
    return { dependencies: [] }
  }
}
