import { randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { posix } from 'node:path'
import { crc32 } from 'node:zlib'
import createDebug from 'debug'
import { hashOf } from './hash-of.ts'

const debug = createDebug('secure-mcp:cache')

/**
 * One file in `node_modules/.cache` that is about one package. It begins with a checksum of the rest: what is damaged is as
 * good as absent. No method throws.
 */
export class CacheFile {
  readonly path: string
  private readonly modules: string

  /** `modules` is the folder `node_modules` that is nearest to the root of the package. */
  constructor(modules: string, root: string, extension: string) {
    this.modules = modules
    this.path = `${modules}/.cache/eslint-plugin-secure-mcp/${hashOf(root.slice(modules.lastIndexOf('/')))}.${extension}`
  }

  /** What was written last; `undefined` where that cannot be told. */
  read(): Buffer | undefined {
    try {
      if (!lstatSync(this.path, { throwIfNoEntry: false })?.isFile()) return undefined
      const bytes = readFileSync(this.path)
      const start = bytes.indexOf(10) + 1
      const rest = bytes.subarray(start)
      if (start > 0 && bytes.toString('utf8', 0, start - 1) === checksum(rest)) return rest
      debug('%s is damaged', this.path)
    } catch (error) {
      debug('%s cannot be read: %s', this.path, error)
    }
    return undefined
  }

  /** Replaces all of it, by a rename: other processes read the old one or the new one. */
  write(bytes: Buffer): void {
    try {
      if (!this.makeFolder()) return
      const temporary = `${this.path}.${randomUUID()}`
      try {
        writeFileSync(temporary, Buffer.concat([Buffer.from(`${checksum(bytes)}\n`), bytes]), { flag: 'wx' })
        renameSync(temporary, this.path)
      } finally {
        rmSync(temporary, { force: true })
      }
      debug('wrote %s (%d bytes)', this.path, bytes.length)
    } catch (error) {
      debug('%s cannot be written: %s', this.path, error)
    }
  }

  /** Makes the folder, unless there is a link on the way: it might lead out of the repository. */
  private makeFolder(): boolean {
    return [`${this.modules}/.cache`, posix.dirname(this.path)].every((folder) => {
      mkdirSync(folder, { recursive: true })
      return lstatSync(folder).isDirectory()
    })
  }
}

function checksum(bytes: Buffer): string {
  return crc32(bytes).toString(16)
}
