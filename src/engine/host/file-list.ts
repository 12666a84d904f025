import { readdirSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import createDebug from 'debug'
import { extendGitIgnore, isGitIgnored } from './git-ignore.ts'
import type { GitIgnore } from './git-ignore.ts'

const debug = createDebug('secure-mcp:host')

const SCRIPT = /\.[cm]?[jt]sx?$/u
const NO_SOURCE = /\.d\.[cm]?ts$|\.min\.[cm]?js$|\.(?:test|spec|stories|bench)\.[cm]?[jt]sx?$/u
const CONFIGURATION = /(?:\.config|\.conf|rc)\.[cm]?[jt]s$/u
const LEFT_OUT: ReadonlySet<string> = new Set([
  'node_modules', 'coverage', 'vendor', 'third_party', '__tests__', '__mocks__', '__fixtures__', 'bower_components',
])
/** Folders of tests and of built code, at the root of a package only: elsewhere the names mean other things. */
const AT_ROOT: ReadonlySet<string> = new Set(['test', 'tests', 'e2e', 'fixtures', 'examples', 'example', 'docs', 'benchmarks'])
const BUILT: ReadonlySet<string> = new Set(['dist', 'build', 'out', 'lib', 'esm', 'cjs'])
const MAX_DEPTH = 24

export interface ListOptions {
  readonly outDirs: readonly string[]
  /** The rules of the `.gitignore` files above the root. */
  readonly ignored: GitIgnore
  readonly maxFiles: number
}

/**
 * The scripts of a package, sorted, forward slashes. Tests, links, hidden folders, nested packages and installed modules
 * are not part of it. Nor is what is built or ignored by git, unless there is nothing else.
 */
export class FileList {
  readonly sources: readonly string[]
  /** True where there were more files than the limit. */
  isCut = false
  private readonly built: string[] = []
  private readonly ignored: string[] = []
  private readonly listed = new Map<string, readonly string[]>()
  private readonly root: string
  private readonly options: ListOptions

  constructor(root: string, options: ListOptions) {
    this.root = root
    this.options = options
    const sources = this.walk(root, 0)
    const hasSources = sources.some((path) => /\.[cm]?tsx?$/u.test(path) || path.startsWith(`${root}/src/`))
    // What is published holds built code alone, beside a script or two that start it.
    if (!hasSources) sources.push(...this.built.splice(0).flatMap((folder) => this.walk(folder, 1)))
    if (sources.every((path) => CONFIGURATION.test(path))) sources.push(...this.ignored.splice(0).flatMap((folder) => this.walk(folder, 1)))
    this.sources = sources.sort()
  }

  /** The files that count as one package with a file: the sources, or the folder of built code in which it lies. */
  partOf(path: string): readonly string[] {
    const folder = [...this.built, ...this.ignored].find((item) => path.startsWith(`${item}/`))
    if (folder === undefined) return this.sources
    let files = this.listed.get(folder)
    if (!files) {
      files = this.walk(folder, 1).sort()
      this.listed.set(folder, files)
    }
    return files
  }

  private walk(start: string, startDepth: number): string[] {
    const files: string[] = []
    const { maxFiles } = this.options
    const visit = (folder: string, depth: number, above: GitIgnore): void => {
      const entries = depth > MAX_DEPTH ? [] : readFolder(folder)
      if (depth > 0 && entries.some((entry) => entry.name === 'package.json')) return
      const rules = entries.some((entry) => entry.name === '.gitignore') ? extendGitIgnore(above, folder) : above
      for (const entry of entries) {
        const path = `${folder}/${entry.name}`
        if (entry.isDirectory()) {
          if (!this.isLeftOut(entry.name, path, depth) && !this.isSetAside(path, depth, rules)) visit(path, depth + 1, rules)
        } else if (entry.isSymbolicLink()) {
          debug('skipped %s: a link', path)
        } else if (entry.isFile() && SCRIPT.test(entry.name) && !NO_SOURCE.test(entry.name) && !isGitIgnored(rules, path, false)) {
          if (files.length < maxFiles) files.push(path)
          else this.isCut = true
        }
      }
    }
    visit(start, startDepth, startDepth === 0 ? this.options.ignored : [])
    return files
  }

  private isLeftOut(name: string, path: string, depth: number): boolean {
    return this.isCut || name.startsWith('.') || LEFT_OUT.has(name) || (depth === 0 && AT_ROOT.has(name) && path.startsWith(this.root))
  }

  /** Built and ignored folders are looked into when they are what is linted. */
  private isSetAside(path: string, depth: number, rules: GitIgnore): boolean {
    const isBuilt = (depth === 0 && BUILT.has(path.slice(this.root.length + 1))) || this.options.outDirs.includes(path)
    const isIgnored = !isBuilt && isGitIgnored(rules, path, true)
    if (isBuilt) this.built.push(path)
    if (isIgnored) this.ignored.push(path)
    return isBuilt || isIgnored
  }
}

/** In the order of their names: where a limit cuts the list must not depend on the file system. */
function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}
