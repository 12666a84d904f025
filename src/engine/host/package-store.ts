import { existsSync, lstatSync } from 'node:fs'
import { posix } from 'node:path'
import createDebug from 'debug'
import type { Budget } from '../budget.ts'
import type { FileFacts } from '../facts/ir.ts'
import type { KnowledgeIndex } from '../knowledge-index.ts'
import { FactCache } from './fact-cache.ts'
import { factsVersion } from './facts-version.ts'
import { FileStore } from './file-store.ts'
import type { PackageOnDisk } from './package-finder.ts'
import { hashOf } from './hash-of.ts'
import { Layout } from './layout.ts'
import type { EnvironmentExample } from './read-examples.ts'
import { McpWords } from './mcp-words.ts'
import { parseFacts } from './parse-facts.ts'
import { ModuleResolver } from './module-resolver.ts'
import type { ImportCounts } from './module-resolver.ts'

const debug = createDebug('secure-mcp:host')

const NO_IMPORTS: ImportCounts = { inside: 0, outside: 0, missing: 0 }

/** The files of a package as they are, with the file under lint as its editor has it. */
export interface PackageFiles {
  /** What the files are of; another package or another folder of built code has another name. */
  readonly name: string
  /** Changes when any file does; equal texts give equal keys. */
  readonly key: string
  readonly root: string
  readonly dependencies: ReadonlySet<string>
  readonly files: readonly FileFacts[]
  /** Where analyses of these files may be kept: the nearest folder `node_modules`. */
  readonly modules?: string
  /** The file under lint, where its text is not what is on disk. */
  readonly own?: { readonly path: string; readonly text: string }
  readonly resolveImport: (from: FileFacts, module: string) => FileFacts | undefined
  /** How many imports so far have led to one of the files, out of it, or to a file that should be there and is not. */
  readonly countImports: () => ImportCounts
}

/** A package as it is on disk, or with one file replaced. */
interface Snapshot extends PackageFiles {
  readonly hashes: ReadonlyMap<string, string>
  readonly byPath: ReadonlyMap<string, FileFacts>
}

interface OwnFile {
  readonly path: string
  readonly text: string
  readonly hash: string
  readonly lower: () => FileFacts
}

/** What was read of packages, kept for as long as the process runs and asked again when a file is linted a second time. */
export class PackageStore {
  private readonly linted = new Set<string>()
  private layout: Layout
  private snapshots = new Map<readonly string[], Snapshot>()
  private readonly stores = new Map<string, FileStore>()
  private readonly probed = new Map<string, boolean>()
  private readonly words: McpWords
  private readonly index: KnowledgeIndex
  private readonly budget: Budget
  private readonly cacheKey: string | undefined

  /** Without `cacheKey`, which is equal for equal knowledge, nothing is kept on disk. */
  constructor(index: KnowledgeIndex, budget: Budget, cacheKey: string | undefined) {
    this.index = index
    this.budget = budget
    this.cacheKey = cacheKey
    this.words = new McpWords(index)
    this.layout = new Layout(budget)
  }

  /**
   * What has to be analysed to know about a file: its own package, and the packages of the same workspace that import it.
   * Empty where nothing speaks of MCP.
   */
  open(filename: string, text: string, lower: () => FileFacts): PackageFiles[] {
    const path = filename.replaceAll('\\', '/')
    this.noteLinted(path)
    const found = this.layout.finder.packageOf(posix.dirname(path))
    const dependents = this.layout.dependentsOf(found).filter((other) => this.words.inDependencies(other.dependencies))
    const isMcp = this.speaksOfMcp(found, text)
    if (!isMcp && dependents.length === 0) return []
    const own: OwnFile = { path, text, hash: hashOf(text), lower }
    const importers = dependents.flatMap((other) => this.withOwn(other, this.layout.filesOf(other).sources, own) ?? [])
    if (!isMcp) return importers
    const list = found.manifest ? this.layout.filesOf(found).partOf(path) : []
    const ownPackage = list.includes(path) ? this.withOwn(found, list, own) : undefined
    return [ownPackage ?? alone(found, own), ...importers]
  }

  /** The example files for the environment of the package of a file, and of those that import it. */
  examplesFor(filename: string): readonly EnvironmentExample[] {
    const found = this.layout.finder.packageOf(posix.dirname(filename.replaceAll('\\', '/')))
    const all = [found, ...this.layout.dependentsOf(found)].flatMap((item) => this.layout.examplesOf(item))
    return [...new Set(all)]
  }

  /** Linting a file again means that time has passed: an editor, or the next pass of `--fix`. */
  private noteLinted(path: string): void {
    if (this.linted.has(path)) {
      this.linted.clear()
      this.snapshots = new Map()
      this.layout = new Layout(this.budget)
      for (const store of this.stores.values()) store.refresh()
    }
    this.linted.add(path)
  }

  /** The package as the file under lint makes it; `undefined` where that is not part of it or not analysed as such. */
  private withOwn(found: PackageOnDisk, list: readonly string[], own: OwnFile): PackageFiles | undefined {
    const snapshot = this.snapshot(found, list)
    const hash = snapshot.hashes.get(own.path)
    if (hash === undefined || (hash === own.hash && !snapshot.byPath.has(own.path))) return undefined
    return hash === own.hash ? snapshot : this.read(found, list, own)
  }

  private snapshot(found: PackageOnDisk, list: readonly string[]): Snapshot {
    let snapshot = this.snapshots.get(list)
    if (!snapshot) {
      snapshot = this.read(found, list, undefined)
      this.snapshots.set(list, snapshot)
    }
    return snapshot
  }

  /** The files of the list, and those of sibling packages that they import. */
  private read(found: PackageOnDisk, list: readonly string[], own: OwnFile | undefined): Snapshot {
    const { finder } = this.layout
    const start = performance.now()
    const siblings = this.words.inDependencies(found.dependencies) ? finder.siblingsOf(found) : []
    const stores = [found, ...siblings].map(({ root }) => ({ root, store: this.storeOf(finder.packageOf(root)) }))
    const reachable = siblings.flatMap(({ root }) => this.layout.filesOf(finder.packageOf(root)).sources)
    const resolver = new ModuleResolver({
      files: new Set([...list, ...reachable]),
      members: found.manifest ? [{ root: found.root, manifest: found.manifest }, ...siblings] : siblings,
      configOf: (folder) => this.layout.configOf(folder, found.boundary),
    })
    const byPath = new Map<string, FileFacts>()
    const hashes = new Map<string, string>()
    const add = (path: string): void => {
      const store = stores.find(({ root }) => path.startsWith(`${root}/`))?.store
      const file = own?.path === path ? { hash: own.hash, facts: own.lower() } : store?.read(path)
      if (file) hashes.set(path, file.hash)
      if (file?.facts) byPath.set(path, file.facts)
    }
    const before = parsedBy(stores)
    for (const path of list) add(path)
    if (reachable.length > 0) {
      for (const file of byPath.values()) {
        for (const module of file.modules) {
          const target = resolver.resolve(file.path, module)
          if (target !== undefined && !hashes.has(target)) add(target)
        }
      }
    }
    for (const { store } of stores) store.save()
    const parsed = parsedBy(stores) - before
    const elapsed = Math.round(performance.now() - start)
    debug('%s: read %d files in %d ms, %d of them parsed, %d outside the package', found.root, hashes.size, elapsed, parsed,
      [...hashes.keys()].filter((path) => !path.startsWith(`${found.root}/`)).length)
    return {
      name: `${found.root}:${list[0] ?? ''}`,
      key: hashOf([JSON.stringify([...found.dependencies]), ...[...hashes].map(([path, hash]) => `${path}=${hash}`).sort()].join('\n')),
      root: found.root, dependencies: found.dependencies, hashes, byPath,
      ...(own ? { own: { path: own.path, text: own.text } } : this.modulesOf(found)),
      files: [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
      resolveImport: (from, module) => {
        const target = resolver.resolve(from.path, module)
        return target === undefined ? undefined : byPath.get(target)
      },
      countImports: () => resolver.count(),
    }
  }

  private storeOf({ root, boundary }: PackageOnDisk): FileStore {
    let store = this.stores.get(root)
    if (!store) {
      const { maxNesting } = this.budget
      const { modules } = this.modulesOf({ root, boundary })
      store = new FileStore({
        budget: this.budget,
        cache: modules === undefined ? undefined : new FactCache(modules, root, factsVersion(this.cacheKey ?? '', maxNesting)),
        parse: (path, text) => parseFacts(text, { path, ...this.index.places, maxNesting }),
      })
      this.stores.set(root, store)
    }
    return store
  }

  private modulesOf({ root, boundary }: Pick<PackageOnDisk, 'root' | 'boundary'>): { modules?: string } {
    const modules = this.cacheKey !== undefined ? nearestModules(root, boundary) : undefined
    return modules === undefined ? {} : { modules }
  }

  private speaksOfMcp(found: PackageOnDisk, text: string): boolean {
    if (this.words.inDependencies(found.dependencies) || this.words.in(text)) return true
    if (!found.manifest) return false
    let probed = this.probed.get(found.root)
    if (probed === undefined) {
      probed = this.words.inFiles(this.layout.filesOf(found).sources, this.budget.maxProbes)
      this.probed.set(found.root, probed)
    }
    return probed
  }
}

function parsedBy(stores: readonly { readonly store: FileStore }[]): number {
  return stores.reduce((sum, { store }) => sum + store.parsed, 0)
}

/** A file that is not part of its package, such as a test or a bundle. */
function alone({ root, dependencies }: PackageOnDisk, { path, hash, lower }: OwnFile): PackageFiles {
  return { name: path, key: hash, root, dependencies, files: [lower()], resolveImport: () => undefined, countImports: () => NO_IMPORTS }
}

/** The folder `node_modules` of a package or of one above it in the same repository; where there is none, nothing is kept. */
function nearestModules(root: string, boundary: string): string | undefined {
  for (let folder = root; ; folder = posix.dirname(folder)) {
    const modules = `${folder}/node_modules`
    if (existsSync(modules)) return lstatSync(modules).isDirectory() ? modules : undefined
    if (folder === boundary || posix.dirname(folder) === folder) return undefined
  }
}
