import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileFacts } from './facts/ir.ts'

interface Manifest {
  readonly names: readonly string[]
}

const manifests = new Map<string, Manifest | undefined>()

/** True where the file, or the nearest package.json, names a module of a known MCP framework. */
export function speaksOfMcp(facts: FileFacts, filename: string, modules: ReadonlySet<string>): boolean {
  const named = (name: string): boolean => modules.has(name) || [...modules].some((module) => module.startsWith(`${name}/`))
  return facts.modules.some((name) => modules.has(name) || /^@modelcontextprotocol\//u.test(name))
    || (nearestManifest(dirname(filename))?.names.some(named) ?? false)
}

function nearestManifest(folder: string): Manifest | undefined {
  if (manifests.has(folder)) return manifests.get(folder)
  const parent = dirname(folder)
  const manifest = readManifest(join(folder, 'package.json')) ?? (parent === folder ? undefined : nearestManifest(parent))
  manifests.set(folder, manifest)
  return manifest
}

/** The packages that a manifest depends on; `undefined` where there is none or it cannot be read. */
function readManifest(path: string): Manifest | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof parsed !== 'object' || parsed === null) return { names: [] }
    const fields = ['dependencies', 'devDependencies', 'peerDependencies'] as const
    return { names: fields.flatMap((field) => Object.keys((parsed as Record<string, object | undefined>)[field] ?? {})) }
  } catch {
    return undefined
  }
}
