import { parseJsonc } from './parse-jsonc.ts'
import { readText } from './read-text.ts'

/** What of a package.json matters here. One that is no JSON still marks a package; nothing is known of it. */
export interface Manifest {
  readonly name: string | undefined
  readonly dependencies: readonly string[]
  /** Patterns of the folders of its workspaces, those of `pnpm-workspace.yaml` included. */
  readonly workspaces: readonly string[]
  readonly fields: Readonly<Record<string, unknown>>
}

const DEPENDENCIES = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']

export function readManifest(folder: string): Manifest | undefined {
  const text = readText(`${folder}/package.json`)
  if (text === undefined) return undefined
  const fields = parseJsonc(text) ?? {}
  const lists = DEPENDENCIES.map((field) => fields[field])
  return {
    name: typeof fields['name'] === 'string' ? fields['name'] : undefined,
    dependencies: lists.flatMap((list) => (typeof list === 'object' && list !== null && !Array.isArray(list) ? Object.keys(list) : [])),
    workspaces: [...stringsOf(fields['workspaces']), ...pnpmPackages(folder)],
    fields,
  }
}

/** npm and yarn write a list, old yarn an object that holds one. */
function stringsOf(workspaces: unknown): string[] {
  const list = typeof workspaces === 'object' && workspaces !== null && 'packages' in workspaces ? workspaces.packages : workspaces
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
}

/** The `packages` list of a `pnpm-workspace.yaml`, in the block style that pnpm writes. */
function pnpmPackages(folder: string): string[] {
  const lines = readText(`${folder}/pnpm-workspace.yaml`)?.split(/\r?\n/u) ?? []
  const start = lines.findIndex((line) => /^packages:\s*(?:#|$)/u.test(line))
  const found: string[] = []
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    if (/^\S/u.test(line) && !line.startsWith('-') && !line.startsWith('#')) break
    const item = /^\s*-\s+(?:"([^"]+)"|'([^']+)'|([^\s#]+))/u.exec(line)
    if (item) found.push(item[1] ?? item[2] ?? item[3] ?? '')
  }
  return found
}
