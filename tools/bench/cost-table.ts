import { median } from './median.js'
import type { LintCost } from './lint-job.ts'
import type { Pair, Round } from './measure-package.ts'

/** What a lint with the plugin may cost, against one with a rule that does nothing. */
const LIMITS = { cold: 1.25, warm: 1.08, oneFile: 1.1, keystroke: 30, growth: 11 }

const HEAD = ['', 'ESLint', 'with the plugin', 'cost', 'from – to', 'limit', '', 'by the clock']

/** One table in Markdown: medians of the rounds. */
export function describeCosts(rounds: readonly Round[]): string {
  return layOut([
    HEAD,
    ratioRow('whole package, cold', rounds.map(({ cold }) => cold), LIMITS.cold),
    ratioRow('whole package, warm', rounds.map(({ warm }) => warm), LIMITS.warm),
    ratioRow('one file of it, warm', rounds.map(({ oneFile }) => oneFile), LIMITS.oneFile),
    keystrokeRow(rounds.map(({ typing }) => typing)),
    addedRow('loading, part of each run', rounds.map(({ oneFile }) => oneFile), 'ms', (cost) => cost.loadCpu),
    addedRow('peak memory, cold', rounds.map(({ cold }) => cold), 'MB', (cost) => cost.peakMemory),
    addedRow('peak memory, warm', rounds.map(({ warm }) => warm), 'MB', (cost) => cost.peakMemory),
  ])
}

/** How the added cost grows from one package to another of ten times the files; loading is left out of it. */
export function describeGrowth(small: readonly Round[], large: readonly Round[]): string {
  const rows = (['cold', 'warm'] as const).map((state) => {
    const [before, after] = [small, large].map((rounds) => median(rounds.map((round) => addedLinting(round[state]))))
    const growth = (after ?? Number.NaN) / (before ?? Number.NaN)
    return [
      `ten times the files, ${state}`, `+${format(before, 'ms')}`, `+${format(after, 'ms')}`, growth.toFixed(1),
      String(LIMITS.growth), judge(growth, LIMITS.growth, ''),
    ]
  })
  return layOut([['', 'added to the smaller', 'added to the larger', 'growth', 'limit', ''], ...rows])
}

function addedLinting({ nothing, plugin }: Pair): number {
  return plugin.cpu - plugin.loadCpu - (nothing.cpu - nothing.loadCpu)
}

function ratioRow(title: string, pairs: readonly Pair[], limit: number): string[] {
  const ratios = pairs.map(({ nothing, plugin }) => plugin.cpu / nothing.cpu)
  const clock = median(pairs.map(({ nothing, plugin }) => plugin.wall / nothing.wall))
  return [
    title, ...bothSides(pairs, 'ms', (cost) => cost.cpu), median(ratios).toFixed(2),
    `${Math.min(...ratios).toFixed(2)} – ${Math.max(...ratios).toFixed(2)}`, limit.toFixed(2), judge(median(ratios), limit, ''),
    clock.toFixed(2),
  ]
}

function keystrokeRow(pairs: readonly Pair[]): string[] {
  const clock = median(pairs.map(({ nothing, plugin }) => added(nothing.keystroke?.wall, plugin.keystroke?.wall)))
  const row = addedRow('one keystroke', pairs, 'ms', (cost) => cost.keystroke?.cpu)
  const cost = median(pairs.map(({ nothing, plugin }) => added(nothing.keystroke?.cpu, plugin.keystroke?.cpu)))
  return [...row.slice(0, 5), `+${LIMITS.keystroke} ms`, judge(cost, LIMITS.keystroke, 'ms'), signed(clock, 'ms')]
}

function addedRow(title: string, pairs: readonly Pair[], unit: string, of: (cost: LintCost) => number | undefined): string[] {
  const costs = pairs.map(({ nothing, plugin }) => added(of(nothing), of(plugin)))
  const range = `${signed(Math.min(...costs), unit)} – ${signed(Math.max(...costs), unit)}`
  return [title, ...bothSides(pairs, unit, of), signed(median(costs), unit), range, '', '', '']
}

function bothSides(pairs: readonly Pair[], unit: string, of: (cost: LintCost) => number | undefined): string[] {
  return (['nothing', 'plugin'] as const).map((side) => format(median(pairs.map((pair) => of(pair[side]) ?? Number.NaN)), unit))
}

function added(before = Number.NaN, after = Number.NaN): number {
  return after - before
}

function judge(value: number, limit: number, unit: string): string {
  if (value <= limit) return 'ok'
  return `over by ${unit === '' ? (value - limit).toFixed(2) : format(value - limit, unit)}`
}

function signed(value: number, unit: string): string {
  return value < 0 ? format(value, unit) : `+${format(value, unit)}`
}

function format(value = Number.NaN, unit: string): string {
  return `${Math.abs(value) < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${unit}`
}

function layOut([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
