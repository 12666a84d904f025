import { isReserved } from '../inside-folder.js'
import { UserError } from '../tool-result.js'

export const SNAPSHOT_FORMATS = ['plain', 'json', 'diff'] as const
export type SnapshotFormat = (typeof SNAPSHOT_FORMATS)[number]

export const SNAPSHOT_ORDERS = new Map([
  ['newest', '--date-order'],
  ['oldest', '--reverse'],
  ['topological', '--topo-order'],
])

const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/
const REVISION = /^[0-9a-f]{7,40}$/
const MAX_DEPTH = 8

/** Whether a name can be that of a snapshot: a word without separators. */
export function isSnapshotName(name: string): boolean {
  return NAME.test(name) && !isReserved(name)
}

/** The name, if it can be that of a snapshot; throws otherwise. */
export function requireSnapshotName(name: string): string {
  if (!NAME.test(name)) throw new UserError('refused', 'The name of a snapshot is made of letters, digits, - and _.')
  return name
}

/** Throws unless the text is the hash of a revision. */
export function assertSnapshotRevision(revision: string): void {
  if (!REVISION.test(revision)) throw new UserError('refused', 'A revision is given by its hash.')
}

export function isSnapshotFormat(format: string): format is SnapshotFormat {
  return (SNAPSHOT_FORMATS as readonly string[]).includes(format)
}

/** The option of git that an order stands for. */
export function snapshotOrder(order: string): string {
  const option = SNAPSHOT_ORDERS.get(order)
  if (option === undefined) throw new UserError('refused', `Known orders: ${[...SNAPSHOT_ORDERS.keys()].join(', ')}.`)
  return option
}

/** A label in one line, cut at a length at which lists stay readable. */
export function cleanSnapshotLabel(label: string, longest = 80): string {
  const line = label.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > longest / 2 ? cut.slice(0, space) : cut}…`
}

export interface SnapshotCheck {
  readonly ok: boolean
  readonly problems: readonly string[]
}

/** What speaks against a list of names, all at once, so that the client can mend them in one go. */
export function checkSnapshotNames(names: readonly string[]): SnapshotCheck {
  const problems: string[] = []
  const seen = new Set<string>()
  for (const name of names) {
    if (!isSnapshotName(name)) {
      problems.push(`${cleanSnapshotLabel(name, 20)} cannot be a name`)
      continue
    }
    if (seen.has(name)) problems.push(`${name} is given twice`)
    seen.add(name)
  }
  if (names.length === 0) problems.push('no name is given')
  return { ok: problems.length === 0, problems }
}

/** Tags are paths of words, such as `weekly/archive`. */
export function parseSnapshotTag(tag: string): string[] {
  const words = tag.split('/').filter((word) => word !== '')
  if (words.length > MAX_DEPTH) throw new UserError('refused', `A tag has at most ${MAX_DEPTH} parts.`)
  return words.map((word) => requireSnapshotName(word.toLowerCase()))
}

/** Whether every part of one tag begins the other. */
export function isSnapshotTagBelow(tag: string, parent: string): boolean {
  const inner = parseSnapshotTag(tag)
  const outer = parseSnapshotTag(parent)
  return outer.length <= inner.length && outer.every((word, index) => inner[index] === word)
}
