import { dirname } from 'node:path'
import createDebug from 'debug'
import type { Budget } from '../budget.ts'
import { PackageFinder } from './package-finder.ts'
import type { PackageOnDisk } from './package-finder.ts'
import { extendGitIgnore } from './git-ignore.ts'
import type { GitIgnore } from './git-ignore.ts'
import { FileList } from './file-list.ts'
import { readExamples } from './read-examples.ts'
import type { EnvironmentExample } from './read-examples.ts'
import { readTsConfig } from './read-tsconfig.ts'
import type { TsConfig } from './read-tsconfig.ts'

const debug = createDebug('secure-mcp:host')

/** Where packages, their files and their configurations lie. Kept until a file is linted a second time. */
export class Layout {
  readonly finder: PackageFinder
  private readonly lists = new Map<string, FileList>()
  private readonly configs = new Map<string, TsConfig | undefined>()
  private readonly examples = new Map<string, readonly EnvironmentExample[]>()
  private readonly dependents = new Map<string, PackageOnDisk[]>()
  private readonly budget: Budget

  constructor(budget: Budget) {
    this.budget = budget
    this.finder = new PackageFinder(budget.maxMembers)
  }

  filesOf(found: PackageOnDisk): FileList {
    let list = this.lists.get(found.root)
    if (!list) {
      const outDirs = this.configOf(found.root, found.boundary)?.outputs.map(({ outDir }) => outDir) ?? []
      list = new FileList(found.root, { outDirs, ignored: rulesAbove(found), maxFiles: this.budget.maxFiles })
      if (list.isCut) debug('only %d files of %s are looked at', this.budget.maxFiles, found.root)
      this.lists.set(found.root, list)
    }
    return list
  }

  dependentsOf(found: PackageOnDisk): PackageOnDisk[] {
    let dependents = this.dependents.get(found.root)
    if (!dependents) {
      dependents = this.finder.dependentsOf(found)
      this.dependents.set(found.root, dependents)
    }
    return dependents
  }

  /** The example files of a package, and of the folders above it in the same repository. */
  examplesOf({ root, boundary }: Pick<PackageOnDisk, 'root' | 'boundary'>): readonly EnvironmentExample[] {
    const here = this.examples.get(root) ?? readExamples(root)
    this.examples.set(root, here)
    const isTop = root === boundary || dirname(root) === root
    return isTop ? here : [...here, ...this.examplesOf({ root: dirname(root), boundary })]
  }

  /** The TypeScript configuration of a folder or of the nearest one above it that has any. */
  configOf(folder: string, boundary: string): TsConfig | undefined {
    if (this.configs.has(folder)) return this.configs.get(folder)
    const isTop = folder === boundary || dirname(folder) === folder
    const config = readTsConfig(folder, boundary) ?? (isTop ? undefined : this.configOf(dirname(folder), boundary))
    this.configs.set(folder, config)
    return config
  }
}

function rulesAbove({ root, boundary }: PackageOnDisk): GitIgnore {
  const folders: string[] = []
  for (let folder = root; folder !== boundary && dirname(folder) !== folder;) {
    folder = dirname(folder)
    folders.unshift(folder)
  }
  return folders.reduce<GitIgnore>((rules, folder) => extendGitIgnore(rules, folder), [])
}
