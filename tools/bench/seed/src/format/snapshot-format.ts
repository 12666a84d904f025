import type { SnapshotFormat } from '../guards/snapshot-guards.js'
import { cleanSnapshotLabel } from '../guards/snapshot-guards.js'
import type { SnapshotEntry } from '../stores/snapshot-files.js'

const UNITS = ['B', 'kB', 'MB', 'GB'] as const
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function formatSnapshotSize(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${size.toFixed(unit === 0 ? 0 : 1)} ${UNITS[unit]}`
}

export function formatSnapshotAge(age: number): string {
  if (age < MINUTE) return 'just now'
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`
  if (age < DAY) return `${Math.floor(age / HOUR)} h ago`
  return `${Math.floor(age / DAY)} d ago`
}

function pad(text: string, width: number): string {
  return text.length >= width ? text : text + ' '.repeat(width - text.length)
}

/** One line for each entry, in columns as wide as their longest cell. */
export function formatSnapshotTable(entries: readonly SnapshotEntry[], now: number): string {
  const rows = entries.map((entry) => [
    cleanSnapshotLabel(entry.name, 40),
    formatSnapshotSize(entry.size),
    formatSnapshotAge(now - entry.changed),
  ])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}

export interface SnapshotDifference {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly kept: number
}

/** Lines of one text that the other lacks, and the reverse. */
export function compareSnapshotTexts(before: string, after: string): SnapshotDifference {
  const old = new Set(before.split('\n'))
  const fresh = new Set(after.split('\n'))
  const added = [...fresh].filter((line) => !old.has(line))
  const removed = [...old].filter((line) => !fresh.has(line))
  return { added, removed, kept: fresh.size - added.length }
}

function diffLines({ added, removed, kept }: SnapshotDifference): string[] {
  const lines = [...removed.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)]
  lines.push(`(${kept} unchanged)`)
  return lines
}

export function formatSnapshotDifference(difference: SnapshotDifference, format: SnapshotFormat): string {
  switch (format) {
    case 'json':
      return JSON.stringify(difference, null, 2)
    case 'diff':
      return diffLines(difference).join('\n')
    default:
      return `${difference.added.length} added, ${difference.removed.length} removed`
  }
}

export interface SnapshotSummary {
  readonly count: number
  readonly bytes: number
  readonly newest: string | undefined
  readonly byExtension: Readonly<Record<string, number>>
}

export function summarizeSnapshots(entries: readonly SnapshotEntry[]): SnapshotSummary {
  const byExtension: Record<string, number> = {}
  let bytes = 0
  let newest: SnapshotEntry | undefined
  for (const entry of entries) {
    bytes += entry.size
    const extension = entry.name.slice(entry.name.lastIndexOf('.') + 1)
    byExtension[extension] = (byExtension[extension] ?? 0) + 1
    if (newest === undefined || entry.changed > newest.changed) newest = entry
  }
  return { count: entries.length, bytes, newest: newest?.name, byExtension }
}

export function describeSnapshotSummary(summary: SnapshotSummary): string {
  const kinds = Object.entries(summary.byExtension)
    .sort(([, a], [, b]) => b - a)
    .map(([extension, count]) => `${count} ${extension}`)
    .join(', ')
  const lines = [`${summary.count} snapshots, ${formatSnapshotSize(summary.bytes)}`]
  if (kinds !== '') lines.push(kinds)
  if (summary.newest !== undefined) lines.push(`newest: ${summary.newest}`)
  return lines.join('\n')
}
