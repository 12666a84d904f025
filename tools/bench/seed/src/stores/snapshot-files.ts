import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Limits } from '../config.js'
import { insideFolder, kindOf, realInsideFolder } from '../inside-folder.js'
import { requireSnapshotName } from '../guards/snapshot-guards.js'
import { UserError } from '../tool-result.js'

export interface SnapshotEntry {
  readonly name: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly changed: number
}

interface Pending {
  readonly target: string
  readonly temporary: string
}

/** The snapshots of a folder, one file each, in a folder of their own. */
export class SnapshotFiles {
  private readonly folder: string
  private readonly limits: Limits
  private readonly sizes = new Map<string, number>()
  private opened = false

  constructor(root: string, limits: Limits) {
    this.folder = path.join(root, 'snapshots')
    this.limits = limits
  }

  async open(): Promise<void> {
    if (this.opened) return
    await mkdir(this.folder, { recursive: true })
    this.opened = true
  }

  get root(): string {
    return this.folder
  }

  async list(): Promise<SnapshotEntry[]> {
    await this.open()
    const entries: SnapshotEntry[] = []
    for (const item of await readdir(this.folder, { withFileTypes: true })) {
      if (!item.isFile()) continue
      const { size, mtimeMs } = await stat(path.join(this.folder, item.name))
      this.sizes.set(item.name, size)
      entries.push({ name: item.name, size, changed: mtimeMs })
    }
    return entries.sort((a, b) => b.changed - a.changed).slice(0, this.limits.maxRows)
  }

  async read(name: string): Promise<string> {
    const file = await realInsideFolder(this.folder, name)
    const { size } = await stat(file)
    if (size > this.limits.maxBytes) throw new UserError('refused', `The snapshot has more than ${this.limits.maxBytes} bytes.`)
    return readFile(file, 'utf8')
  }

  /** What was attached to a snapshot, as text. */
  async readAttachment(name: string, attachment: string): Promise<string> {
    const inner = `${requireSnapshotName(name)}.files`
    // repaired: return readFile(insideFolder(this.folder, path.join(inner, attachment)), 'utf8')
    return readFile(path.join(this.folder, inner, attachment), 'utf8') // expect: no-path-traversal
  }

  async write(name: string, text: string): Promise<number> {
    const bytes = Buffer.byteLength(text)
    if (bytes > this.limits.maxBytes) throw new UserError('refused', 'The text is too long.')
    await this.open()
    const pending = this.pendingFor(name)
    await writeFile(pending.temporary, text)
    await rename(pending.temporary, pending.target)
    this.sizes.set(name, bytes)
    return bytes
  }

  async copy(from: string, to: string): Promise<void> {
    if ((await kindOf(this.folder, from)) !== 'file') throw new UserError('not-found', `There is no snapshot ${from}.`)
    if ((await kindOf(this.folder, to)) !== undefined) throw new UserError('conflict', `${to} exists already.`)
    await copyFile(insideFolder(this.folder, from), insideFolder(this.folder, to))
  }

  async remove(name: string): Promise<boolean> {
    if ((await kindOf(this.folder, name)) === undefined) return false
    await rm(insideFolder(this.folder, name))
    return this.sizes.delete(name)
  }

  /** Removes the oldest beyond a number; gives the names of those that went. */
  async prune(keep: number): Promise<string[]> {
    const entries = await this.list()
    const old = entries.slice(Math.max(1, keep))
    for (const { name } of old) await rm(path.join(this.folder, name), { force: true })
    return old.map((entry) => entry.name)
  }

  private pendingFor(name: string): Pending {
    const target = path.join(this.folder, `${requireSnapshotName(name)}.txt`)
    return { target, temporary: `${target}.new` }
  }
}
