import createDebug from 'debug'
import type { EnvironmentFacts } from '../facts/environment-facts.ts'
import type { FileFacts } from '../facts/ir.ts'
import { CacheFile } from './cache-file.ts'

const debug = createDebug('secure-mcp:cache')

/** One file as it was read: `facts` is `undefined` where it is not analysed. */
export interface CachedFile {
  /** Time and size of the file; empty where they do not vouch for the text. */
  readonly stamp: string
  readonly hash: string
  readonly facts: FileFacts | undefined
}

/** What the list at the start of a cache says of a file. There are no facts where they have no bytes. */
type Listed = readonly [
  stamp: string, hash: string, bytes: number, modules: readonly string[], mayRegister: boolean, environment: EnvironmentFacts | null,
]
type Contents = Pick<FileFacts, 'variables' | 'functions' | 'classes' | 'exports' | 'lines'>

/** Facts that are decoded when something asks for more than what the package is put together by. */
class EncodedFacts implements FileFacts {
  readonly path: string
  readonly modules: readonly string[]
  readonly mayRegister: boolean
  readonly environment?: EnvironmentFacts
  readonly bytes: Buffer
  private decoded: Contents | undefined

  constructor(path: string, [, , , modules, mayRegister, environment]: Listed, bytes: Buffer) {
    this.path = path
    this.modules = modules
    this.mayRegister = mayRegister
    if (environment) this.environment = environment
    this.bytes = bytes
  }

  get variables(): FileFacts['variables'] { return this.contents.variables }
  get functions(): FileFacts['functions'] { return this.contents.functions }
  get classes(): FileFacts['classes'] { return this.contents.classes }
  get exports(): FileFacts['exports'] { return this.contents.exports }
  get lines(): FileFacts['lines'] { return this.contents.lines }

  private get contents(): Contents {
    this.decoded ??= JSON.parse(this.bytes.toString('utf8')) as Contents
    return this.decoded
  }
}

/**
 * The facts of one package on disk: one file, since many small ones are slow. A line of JSON lists the files, and the facts
 * of each follow. What is not as this version and these settings would have written it is passed over, and replaced.
 */
export class FactCache {
  private readonly file: CacheFile
  private readonly root: string
  private readonly key: string

  /** `modules` is the folder `node_modules` that is nearest to the root of the package. */
  constructor(modules: string, root: string, key: string) {
    this.root = root
    this.key = key
    this.file = new CacheFile(modules, root, 'facts')
  }

  /** The files that the cache holds, by path. */
  load(): Map<string, CachedFile> {
    const found = new Map<string, CachedFile>()
    const bytes = this.file.read()
    const start = (bytes?.indexOf(10) ?? -1) + 1
    if (!bytes || start === 0) return found
    try {
      const { key, files } = JSON.parse(bytes.toString('utf8', 0, start)) as { key: string; files: Record<string, Listed> }
      if (key !== this.key) return found
      let at = start
      for (const [name, listed] of Object.entries(files)) {
        const [stamp, hash, length] = listed
        const path = `${this.root}/${name}`
        const facts = length === 0 ? undefined : new EncodedFacts(path, listed, bytes.subarray(at, at + length))
        found.set(path, { stamp, hash, facts })
        at += length
      }
      return found
    } catch (error) {
      debug('%s cannot be read: %s', this.file.path, error)
      return new Map()
    }
  }

  /** Replaces the cache as a whole. */
  save(files: ReadonlyMap<string, CachedFile>): void {
    const bodies: Buffer[] = []
    const list: Record<string, Listed> = {}
    for (const [path, { stamp, hash, facts }] of files) {
      const body = facts === undefined ? Buffer.alloc(0) : encode(facts)
      bodies.push(body)
      list[path.slice(this.root.length + 1)] = [
        stamp, hash, body.length, facts?.modules ?? [], facts?.mayRegister ?? false, facts?.environment ?? null,
      ]
    }
    this.file.write(Buffer.concat([Buffer.from(`${JSON.stringify({ key: this.key, files: list })}\n`), ...bodies]))
  }
}

function encode(facts: FileFacts): Buffer {
  if (facts instanceof EncodedFacts) return facts.bytes
  const { variables, functions, classes, exports, lines } = facts
  const contents: Contents = { variables, functions, classes, exports, lines }
  return Buffer.from(JSON.stringify(contents))
}
