import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { findSiblings, findWorkspace } from './find-workspace.ts'
import type { Member, Workspace } from './find-workspace.ts'
import { readManifest } from './read-manifest.ts'
import type { Manifest } from './read-manifest.ts'

/** One package on disk. */
export interface PackageOnDisk {
  /** The folder of the nearest package.json; forward slashes. */
  readonly root: string
  /** The names that its manifest, or one above it in the same repository, depends on. */
  readonly dependencies: ReadonlySet<string>
  /** `undefined` without any package.json; the root is then the folder of the file. */
  readonly manifest: Manifest | undefined
  /** The folder above which nothing is read: the repository, or else the workspace, or else the package. */
  readonly boundary: string
  readonly workspace: Workspace | undefined
}

/** Finds packages and keeps what it read, for as long as it is kept. */
export class PackageFinder {
  private readonly packages = new Map<string, PackageOnDisk>()
  private readonly manifests = new Map<string, Manifest | undefined>()
  private readonly workspaces = new Map<string, Workspace>()
  private readonly maxMembers: number

  constructor(maxMembers: number) {
    this.maxMembers = maxMembers
  }

  /** The package that a folder belongs to. */
  packageOf(folder: string): PackageOnDisk {
    let found = this.packages.get(folder)
    if (!found) {
      found = this.lookUp(folder)
      this.packages.set(folder, found)
    }
    return found
  }

  /** The members of its workspace that a package may import. */
  siblingsOf(found: PackageOnDisk): Member[] {
    return found.workspace && found.manifest ? findSiblings(found.workspace, found.manifest) : []
  }

  /** The other members of its workspace that may import a package, sorted by where they lie. */
  dependentsOf(found: PackageOnDisk): PackageOnDisk[] {
    return [...found.workspace?.members.values() ?? []]
      .filter((member) => member.root !== found.root)
      .map((member) => this.packageOf(member.root))
      .filter((other) => this.siblingsOf(other).some((member) => member.root === found.root))
      .sort((a, b) => (a.root < b.root ? -1 : 1))
  }

  private lookUp(start: string): PackageOnDisk {
    const above: { folder: string; manifest: Manifest }[] = []
    let repository: string | undefined
    for (let folder = start; ; folder = dirname(folder)) {
      const manifest = this.manifestIn(folder)
      if (manifest) above.push({ folder, manifest })
      // A repository ends at its `.git`; nothing above it is read.
      if (existsSync(`${folder}/.git`)) repository = folder
      if (repository !== undefined || dirname(folder) === folder) break
    }
    const own = above[0]
    const root = own?.folder ?? start
    const workspace = above.map(({ folder, manifest }) => this.workspaceAt(folder, manifest))
      .find((item) => item && (item.root === root || [...item.members.values()].some((member) => member.root === root)))
    return {
      root, dependencies: new Set(above.flatMap(({ manifest }) => manifest.dependencies)), manifest: own?.manifest,
      boundary: repository ?? workspace?.root ?? root, workspace,
    }
  }

  private manifestIn(folder: string): Manifest | undefined {
    if (!this.manifests.has(folder)) this.manifests.set(folder, readManifest(folder))
    return this.manifests.get(folder)
  }

  private workspaceAt(folder: string, manifest: Manifest): Workspace | undefined {
    if (manifest.workspaces.length === 0) return undefined
    let found = this.workspaces.get(folder)
    if (!found) {
      found = findWorkspace(folder, manifest, this.maxMembers)
      this.workspaces.set(folder, found)
    }
    return found
  }
}
