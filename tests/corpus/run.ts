import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { inventoryFolder } from '../../src/cli/inventory-folder.ts'
import type { InventoryEntry, InventoryKind } from '../../src/formatters/inventory-report.ts'
import { compareNames } from './compare-names.ts'
import type { Explanation, NameComparison, ServerTruth } from './compare-names.ts'
import { fetchPackage } from './fetch-package.ts'

/** The share of the tools of a package's own code that must be recognised by name. */
const GOAL = 0.98

interface Row {
  readonly server: ServerTruth
  readonly tools: NameComparison
  readonly prompts: NameComparison
  /** Tools that are recognised, but not by which name. */
  readonly unnamed: number
  readonly files: number
  readonly minified: number
  /** Time of this process in the analysis, in milliseconds: other processes on the machine count for less than by the clock. */
  readonly time: number
}

function read<Data>(name: string): Data {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Data
}

async function measure(server: ServerTruth): Promise<Row> {
  const folder = await fetchPackage(server.package, server.version)
  const start = process.cpuUsage()
  const { entries, files, leftOut } = await inventoryFolder(folder)
  const { user, system } = process.cpuUsage(start)
  return {
    server, files, minified: leftOut.minified.length, time: (user + system) / 1000,
    tools: compareNames(server.tools, namesOf(entries, 'tool')), prompts: compareNames(server.prompts, namesOf(entries, 'prompt')),
    unnamed: entries.filter(({ kind, name }) => kind === 'tool' && name === null).length,
  }
}

function namesOf(entries: readonly InventoryEntry[], kind: InventoryKind): string[] {
  return entries.flatMap((entry) => (entry.kind === kind && entry.name !== null ? [entry.name] : []))
}

function describe(row: Row, misses: ReadonlyMap<string, Explanation>): string {
  const { server, tools, time, minified } = row
  const reason = tools.missed.length === 0 ? '' : misses.get(server.package)?.reason ?? `unexplained: ${tools.missed.join(' ')}`
  const counts = [tools.truth, tools.found, tools.missed.length, tools.extra.length, row.unnamed].map((item) => String(item).padStart(5))
  const notes = [reason, minified > 0 ? `${minified} minified` : ''].filter((note) => note !== '').join(', ')
  return `${`${server.package}@${server.version}`.padEnd(48)}${counts.join('')}${`${Math.round(time)} ms`.padStart(10)}  ${notes}`.trimEnd()
}

function sum(rows: readonly Row[], pick: (row: Row) => number): number {
  return rows.reduce((total, row) => total + pick(row), 0)
}

const { values, positionals } = parseArgs({
  allowPositionals: true, options: { names: { type: 'boolean', default: false }, markdown: { type: 'boolean', default: false } },
})
const servers = read<ServerTruth[]>('tools.json')
  .filter((server) => positionals.length === 0 || positionals.some((word) => server.package.includes(word)))
const misses = new Map(read<Explanation[]>('misses.json').map((item) => [item.package, item]))
const extras = new Set(read<{ package: string }[]>('extras.json').map((item) => item.package))

/** A row of the table in `docs/accuracy.md`. */
function describeInTable({ server, tools }: Row): string {
  const extra = tools.extra.length === 0 ? '' : String(tools.extra.length)
  return `| ${server.package} | ${server.version} | ${tools.truth} | ${tools.found} | ${extra} |`
}

const rows: Row[] = []
if (!values.markdown) process.stdout.write(`${'server'.padEnd(48)}truth found  miss extra  unnamed\n`)
for (const server of servers) {
  const row = await measure(server)
  rows.push(row)
  process.stdout.write(`${values.markdown ? describeInTable(row) : describe(row, misses)}\n`)
  if (!values.names) continue
  if (row.tools.missed.length > 0) process.stdout.write(`  missed: ${row.tools.missed.join(' ')}\n`)
  if (row.tools.extra.length > 0) process.stdout.write(`  extra: ${row.tools.extra.join(' ')}\n`)
}

const foreign = rows.filter(({ server, tools }) => tools.missed.length > 0 && ['dependency', 'minified'].includes(misses.get(server.package)?.reason ?? ''))
const own = sum(rows, ({ tools }) => tools.truth) - sum(foreign, ({ tools }) => tools.missed.length)
const found = sum(rows, ({ tools }) => tools.found)
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`
process.stdout.write(`
tools answered at run time: ${sum(rows, ({ tools }) => tools.truth)}, recognised by name: ${found}
of those that the packages' own readable code defines: ${found} of ${own} (${percent(found / own)})
recognised and not answered: ${sum(rows, ({ tools }) => tools.extra.length)}, in ${rows.filter(({ tools }) => tools.extra.length > 0).length} servers
prompts answered: ${sum(rows, ({ prompts }) => prompts.truth)}, recognised by name: ${sum(rows, ({ prompts }) => prompts.found)}
time: ${Math.round(sum(rows, ({ time }) => time) / 1000)} s; slowest: ${rows.slice().sort((a, b) => b.time - a.time).slice(0, 5)
    .map(({ server, time, files }) => `${server.package} ${(time / 1000).toFixed(1)} s (${files} files)`).join(', ')}
`)

const unexplained = rows.filter(({ server, tools }) => (tools.missed.length > 0) !== misses.has(server.package)
  || (tools.extra.length > 0) !== extras.has(server.package))
for (const { server } of unexplained) process.stdout.write(`not explained, or explained in vain: ${server.package}\n`)
process.exitCode = found / own >= GOAL && unexplained.length === 0 ? 0 : 1
