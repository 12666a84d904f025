import { readdirSync } from 'node:fs'
import createDebug from 'debug'
import { matchGlob } from './match-glob.ts'
import { readManifest } from './read-manifest.ts'
import type { Manifest } from './read-manifest.ts'

const debug = createDebug('secure-mcp:host')

/** A package of a workspace, or one that stands alone. Forward slashes. */
export interface Member {
  readonly root: string
  readonly manifest: Manifest
}

/** The packages that one manifest lists as its workspaces, by name. */
export interface Workspace {
  readonly root: string
  readonly members: ReadonlyMap<string, Member>
}

/** Workspaces lie one or two folders down; `**` looks no further than this. */
const MAX_DEPTH = 4

/** The workspace of a manifest that lists any. Links are not followed, and `maxMembers` bounds the packages that are read. */
export function findWorkspace(root: string, manifest: Manifest, maxMembers: number): Workspace {
  const wanted = manifest.workspaces.filter((item) => !item.startsWith('!')).map(plain)
  const unwanted = manifest.workspaces.filter((item) => item.startsWith('!')).map((item) => plain(item.slice(1)))
  const members = new Map<string, Member>()
  const walk = (folder: string, path: string, depth: number): void => {
    if (members.size >= maxMembers) return
    const isWanted = path !== '' && wanted.some((item) => matchGlob(item, path)) && !unwanted.some((item) => matchGlob(item, path))
    const found = isWanted ? readManifest(folder) : undefined
    if (found?.name !== undefined && !members.has(found.name)) members.set(found.name, { root: folder, manifest: found })
    for (const name of wanted.some((item) => mayLead(item, depth)) ? listFolders(folder) : []) {
      walk(`${folder}/${name}`, path === '' ? name : `${path}/${name}`, depth + 1)
    }
  }
  walk(root, '', 0)
  if (members.size >= maxMembers) debug('only %d workspaces of %s are looked at', maxMembers, root)
  return { root, members }
}

/** The members that a package depends on, directly or through others, without itself. */
export function findSiblings(workspace: Workspace, own: Manifest): Member[] {
  const found = new Map<string, Member>()
  const queue = [...own.dependencies]
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const member = name === own.name || found.has(name) ? undefined : workspace.members.get(name)
    if (!member) continue
    found.set(name, member)
    queue.push(...member.manifest.dependencies)
  }
  return [...found.values()]
}

function plain(pattern: string): string {
  return pattern.replace(/^\.\//u, '').replace(/\/+$/u, '')
}

/** Whether a pattern may match something more than `depth` folders down. */
function mayLead(pattern: string, depth: number): boolean {
  const segments = pattern.split('/')
  return segments.includes('**') ? depth < MAX_DEPTH : depth < segments.length
}

function listFolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
      .map((entry) => entry.name).sort()
  } catch {
    return []
  }
}
