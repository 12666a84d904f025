import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { FileFacts } from '../facts/ir.ts'
import type { KnowledgeIndex } from '../knowledge-index.ts'
import type { Budget } from '../budget.ts'
import { findPackage, forgetPackages } from './find-package.ts'
import type { PackageOnDisk } from './find-package.ts'
import { builtFolder, listFiles } from './list-files.ts'
import { parseFacts } from './parse-facts.ts'
import { resolveModule } from './resolve-module.ts'

interface StoredFile {
  readonly stamp: string
  readonly hash: string
  readonly facts: FileFacts | undefined
}

/** The files of a package as they are, with the file under lint as its editor has it. */
export interface PackageFiles {
  /** Changes when any file does; equal texts give equal keys. */
  readonly key: string
  readonly root: string
  readonly files: readonly FileFacts[]
  readonly resolveImport: (from: FileFacts, module: string) => FileFacts | undefined
}

/** Text with lines longer than this on average is a bundle: nobody mends faults there. */
const BUNDLE_LINE = 400
const BUNDLE_LENGTH = 100_000

export function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64')
}

/** What was read of packages, kept for as long as the process runs and read again when a file is linted a second time. */
export class PackageStore {
  private readonly stored = new Map<string, StoredFile>()
  private readonly linted = new Set<string>()
  private lists = new Map<string, string[]>()
  private readonly index: KnowledgeIndex
  private readonly budget: Budget
  private readonly moduleNames: RegExp

  constructor(index: KnowledgeIndex, budget: Budget) {
    this.index = index
    this.budget = budget
    const names = [...index.dialectModules].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    this.moduleNames = new RegExp(`["'](?:@modelcontextprotocol/|(?:${names.join('|')})["'])`, 'u')
  }

  /** The package of a file, or `undefined` where it does not speak of MCP. */
  open(filename: string, text: string, lower: () => FileFacts): PackageFiles | undefined {
    const path = filename.replaceAll('\\', '/')
    this.noteLinted(path)
    const found = findPackage(filename)
    if (!this.speaksOfMcp(found, text)) return undefined
    const paths = this.list(found, path)
    const own = this.ownFacts(path, text, lower)
    const byPath = new Map<string, FileFacts>([[path, own.facts]])
    const keys: string[] = []
    // A file that is not part of the package, such as a test, is looked at alone.
    for (const item of paths.includes(path) ? paths : []) {
      if (item === path) continue
      const file = this.read(item)
      if (file?.facts) byPath.set(item, file.facts)
      if (file) keys.push(`${item}=${file.hash}`)
    }
    keys.push(`${path}=${own.hash}`)
    const names = new Set(byPath.keys())
    const files = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
    return {
      key: hashOf(keys.sort().join('\n')), root: found.root, files,
      resolveImport: (from, module) => {
        const target = resolveModule(names, from.path, module, found.root)
        return target === undefined ? undefined : byPath.get(target)
      },
    }
  }

  /** Linting a file again means that time has passed: an editor, or the next pass of `--fix`. */
  private noteLinted(path: string): void {
    if (this.linted.has(path)) {
      this.linted.clear()
      this.lists = new Map()
      this.fresh.clear()
      forgetPackages()
    }
    this.linted.add(path)
  }

  private readonly fresh = new Set<string>()

  private list(found: PackageOnDisk, path: string): string[] {
    if (!found.hasManifest) return [path]
    const key = `${found.root}:${builtFolder(found.root, path) ?? ''}`
    let files = this.lists.get(key)
    if (!files) {
      files = listFiles(found.root, path, this.budget.maxFiles)
      this.lists.set(key, files)
    }
    return files
  }

  private ownFacts(path: string, text: string, lower: () => FileFacts): { hash: string; facts: FileFacts } {
    const hash = hashOf(text)
    const stored = this.stored.get(path)
    if (stored?.facts && stored.hash === hash) return { hash, facts: stored.facts }
    const facts = lower()
    this.stored.set(path, { stamp: '', hash, facts })
    return { hash, facts }
  }

  private read(path: string): StoredFile | undefined {
    const stored = this.stored.get(path)
    if (stored && this.fresh.has(path)) return stored
    this.fresh.add(path)
    try {
      const { mtimeMs, size } = statSync(path)
      const stamp = `${mtimeMs}:${size}`
      if (stored?.stamp === stamp) return stored
      const text = size > this.budget.maxFileLength ? '' : readFileSync(path, 'utf8').replace(/^\uFEFF/u, '')
      const hash = hashOf(text)
      const facts = stored?.hash === hash ? stored.facts : this.parse(path, text)
      const file: StoredFile = { stamp, hash, facts }
      this.stored.set(path, file)
      return file
    } catch {
      return undefined
    }
  }

  private parse(path: string, text: string): FileFacts | undefined {
    if (text === '' || isBundle(text)) return undefined
    return parseFacts(text, { path, ...this.index.places, maxNesting: this.budget.maxNesting })
  }

  private speaksOfMcp(found: PackageOnDisk, text: string): boolean {
    const { dialectModules } = this.index
    for (const name of found.dependencies) {
      if (dialectModules.has(name) || name.startsWith('@modelcontextprotocol/')) return true
    }
    return this.moduleNames.test(text)
  }
}

function isBundle(text: string): boolean {
  if (text.length < BUNDLE_LENGTH) return false
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return text.length / lines > BUNDLE_LINE
}
