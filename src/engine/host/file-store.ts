import { existsSync, readFileSync, statSync } from 'node:fs'
import createDebug from 'debug'
import type { Budget } from '../budget.ts'
import type { FileFacts } from '../facts/ir.ts'
import type { CachedFile, FactCache } from './fact-cache.ts'
import { hashOf } from './hash-of.ts'
import { isBundle } from './is-bundle.ts'

const debug = createDebug('secure-mcp:host')

/** Time stamps of file systems are up to two seconds coarse: a file as young as that may change under its stamp. */
const COARSE_MS = 2_000
/** The cache is written again when this share of it is outdated: writing all of it costs what parsing some files does. */
const OUTDATED = 0.05

export interface FileStoreOptions {
  readonly budget: Budget
  readonly cache: FactCache | undefined
  readonly parse: (path: string, text: string) => FileFacts | undefined
}

/** The files of one package as they are on disk; each is read once, and asked again for its time and size after `refresh`. */
export class FileStore {
  private readonly options: FileStoreOptions
  private files: Map<string, CachedFile> | undefined
  private readonly fresh = new Map<string, CachedFile | undefined>()
  private outdated = 0
  /** How many files had to be parsed since the store was made. */
  parsed = 0

  constructor(options: FileStoreOptions) {
    this.options = options
  }

  refresh(): void {
    this.fresh.clear()
  }

  /** `undefined` for a file that cannot be read; one that is not analysed has no facts. */
  read(path: string): CachedFile | undefined {
    if (!this.fresh.has(path)) this.fresh.set(path, this.readAgain(path))
    return this.fresh.get(path)
  }

  /** Keeps what is new for the next process, if it is much. */
  save(): void {
    const { cache } = this.options
    const files = this.files ?? new Map<string, CachedFile>()
    if (!cache || this.outdated === 0 || this.outdated < files.size * OUTDATED) return
    this.outdated = 0
    for (const path of files.keys()) if (!this.fresh.has(path) && !existsSync(path)) files.delete(path)
    cache.save(files)
  }

  private readAgain(path: string): CachedFile | undefined {
    this.files ??= this.options.cache?.load() ?? new Map<string, CachedFile>()
    const known = this.files.get(path)
    try {
      const { mtimeMs, ctimeMs, size, ino } = statSync(path)
      const stamp = Math.max(mtimeMs, ctimeMs) > Date.now() - COARSE_MS ? '' : `${mtimeMs}:${ctimeMs}:${size}:${ino}`
      if (known && stamp !== '' && known.stamp === stamp) return known
      const file = this.fromText(path, stamp, size > this.options.budget.maxFileLength ? undefined : readText(path), known)
      this.files.set(path, file)
      return file
    } catch (error) {
      debug('skipped %s: unreadable (%s)', path, (error as NodeJS.ErrnoException).code)
      this.files.delete(path)
      return undefined
    }
  }

  private fromText(path: string, stamp: string, text: string | undefined, known: CachedFile | undefined): CachedFile {
    const hash = text === undefined ? 'too long' : hashOf(text)
    if (known?.hash === hash) {
      if (known.stamp !== stamp && stamp !== '') this.outdated += 1
      return { stamp, hash, facts: known.facts }
    }
    this.outdated += 1
    this.parsed += 1
    const reason = text === undefined ? 'too long' : text === '' ? 'empty' : isBundle(text) ? 'a bundle' : undefined
    const facts = reason === undefined && text !== undefined ? this.options.parse(path, text) : undefined
    if (reason !== undefined) debug('skipped %s: %s', path, reason)
    return { stamp, hash, facts }
  }
}

function readText(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\uFEFF/u, '')
}
