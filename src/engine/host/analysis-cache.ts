import { deserialize, serialize } from 'node:v8'
import createDebug from 'debug'
import type { Analysis } from '../findings/finding.ts'
import { CacheFile } from './cache-file.ts'
import { codeVersion } from './code-version.ts'
import { hashOf } from './hash-of.ts'

const debug = createDebug('secure-mcp:cache')

/** The last analysis of a package on disk, for the text of its files that it was made from. */
export class AnalysisCache {
  private readonly file: CacheFile
  private readonly key: string

  /** `name` tells what the files are of, and `key` is equal where the files and all that is said of their analysis are. */
  constructor(modules: string, name: string, key: string) {
    this.file = new CacheFile(modules, name, 'analysis')
    this.key = hashOf(`${codeVersion()}\n${key}`)
  }

  load(): Analysis | undefined {
    const bytes = this.file.read()
    const start = (bytes?.indexOf(10) ?? -1) + 1
    if (!bytes || bytes.toString('utf8', 0, start) !== `${this.key}\n`) return undefined
    try {
      return deserialize(bytes.subarray(start)) as Analysis // the checksum and the key say who wrote it
    } catch (error) {
      debug('%s cannot be read: %s', this.file.path, error)
      return undefined
    }
  }

  save(analysis: Analysis): void {
    this.file.write(Buffer.concat([Buffer.from(`${this.key}\n`), serialize(analysis)]))
  }
}
