import type { InventoryCapability, InventoryEntry, InventoryKind, InventoryReport, InventoryUnread } from './inventory-report.ts'
import { neutralize } from './neutralize.ts'
import { plainStyle } from './style.ts'
import type { Style } from './style.ts'
import { wrapWords } from './wrap-words.ts'

const DEFAULT_WIDTH = 100
const MAX_WIDTH = 120
const MIN_WIDTH = 80
const MAX_NAME = 34
/** Columns of what stands before the names of those that lead to a call. */
const MAX_CALL = 24
const MAX_PLACE = 40

const SECTIONS: readonly { readonly title: string; readonly kinds: readonly InventoryKind[]; readonly noun: string }[] = [
  { title: 'Tools', kinds: ['tool'], noun: 'tool' },
  { title: 'Prompts', kinds: ['prompt'], noun: 'prompt' },
  { title: 'Resources', kinds: ['resource', 'resource-template'], noun: 'resource' },
  { title: 'Requests', kinds: ['request'], noun: 'request handler' },
]
const COLUMNS: readonly { readonly capability: InventoryCapability; readonly head: string; readonly title: string }[] = [
  { capability: 'executes', head: 'exec', title: 'Run commands or code' },
  { capability: 'reads-files', head: 'read', title: 'Read files' },
  { capability: 'writes-files', head: 'write', title: 'Write files' },
  { capability: 'network', head: 'net', title: 'Use the network' },
  { capability: 'database', head: 'db', title: 'Use a database' },
]
const SCHEMA_WIDTH = 'advertised'.length
const REASONS: Readonly<Record<InventoryUnread['reason'], string>> = {
  unreadable: 'cannot be read', 'too-long': 'too long', unparsed: 'does not parse', failed: 'the analysis failed',
}

export interface InventoryFormatOptions {
  /** The folder as its reader named it. */
  readonly folder?: string
  /** Columns of the terminal. */
  readonly width?: number
  readonly style?: Style
}

interface Layout {
  readonly style: Style
  readonly width: number
  readonly lineWidth: number
  readonly nameWidth: number
}

/** The inventory for a person: a table for each kind, by file, then every call that does what the table says. */
export function formatInventory(report: InventoryReport, options: InventoryFormatOptions = {}): string {
  const style = options.style ?? plainStyle
  const width = Math.max(MIN_WIDTH, Math.min(options.width ?? DEFAULT_WIDTH, MAX_WIDTH))
  const { entries } = report
  const layout: Layout = {
    style, width,
    lineWidth: Math.max(4, ...entries.map(({ line }) => String(line).length + 2)),
    nameWidth: Math.min(width < 100 ? 22 : MAX_NAME, Math.max(12, ...entries.map((entry) => nameOf(entry).length))),
  }
  const blocks = [
    formatHead(report, neutralize(options.folder ?? report.folder)),
    ...SECTIONS.flatMap(({ title, kinds }) => formatSection(title, entries.filter(({ kind }) => kinds.includes(kind)), layout)),
    ...formatEffects(entries, layout),
    ...formatNotes(report, layout),
  ]
  return `${blocks.join('\n\n')}\n`
}

function formatHead({ entries, files }: InventoryReport, folder: string): string {
  const place = `${count(files, 'file')} of ${folder}`
  if (entries.length === 0) return `Nothing that is registered with an MCP server was recognised in ${place}.`
  const counts = SECTIONS.map(({ kinds, noun }) => ({ noun, number: entries.filter(({ kind }) => kinds.includes(kind)).length }))
  const known = counts.filter(({ number }) => number > 0).map(({ noun, number }) => count(number, noun))
  return `${joinWords(known)} in ${place}.`
}

function formatSection(title: string, entries: readonly InventoryEntry[], layout: Layout): string[] {
  if (entries.length === 0) return []
  const { style, lineWidth, nameWidth } = layout
  const heads = COLUMNS.map(({ head }) => head).join('  ')
  const label = `${title} (${entries.length})`.padEnd(lineWidth + 2 + nameWidth)
  const hasHints = entries.some(({ kind }) => kind === 'tool')
  const head = `${style('bold', label)}  ${style('dim', `${heads}  ${hasHints ? `${'schema'.padEnd(SCHEMA_WIDTH)}  hints` : 'schema'}`)}`
  const files = [...new Set(entries.map(({ file }) => file))]
  const blocks = files.map((file) => [
    style('underline', neutralize(file)),
    ...entries.filter((entry) => entry.file === file).flatMap((entry) => formatEntry(entry, layout)),
  ].join('\n'))
  return [[head, ...blocks].join('\n')]
}

function formatEntry(entry: InventoryEntry, { style, width, lineWidth, nameWidth }: Layout): string[] {
  const name = nameOf(entry)
  const marks = COLUMNS.map(({ capability, head }) => {
    const has = entry.capabilities.includes(capability)
    return style(has ? ['bold', 'yellow'] : 'dim', (has ? 'yes' : '.').padEnd(head.length))
  }).join('  ')
  const margin = lineWidth + nameWidth + COLUMNS.reduce((sum, { head }) => sum + head.length + 2, 0) + SCHEMA_WIDTH + 4
  const [hint = '', ...hints] = wrapWords(hintsOf(entry), width - margin)
  const schema = entry.schema.padEnd(SCHEMA_WIDTH)
  const state = entry.schema === 'enforced' ? schema : style('yellow', schema)
  // A name that is longer than its column has a line to itself.
  const start = style('dim', String(entry.line).padStart(lineWidth))
  const isLong = name.length > nameWidth
  const first = isLong ? [`${start}  ${name}`, `${' '.repeat(lineWidth + 2 + nameWidth)}`] : [`${start}  ${name.padEnd(nameWidth)}`]
  const rest = `  ${marks}  ${state}  ${hint}`
  const lines = [...first.slice(0, -1), `${first.at(-1)}${rest}`.trimEnd()]
  const handlers = wrapWords(handlersOf(entry), width - lineWidth - 4).map((text) => `${' '.repeat(lineWidth + 4)}${style('dim', text)}`)
  return [...lines, ...hints.map((text) => `${' '.repeat(margin)}${text}`), ...handlers]
}

/** Handlers that do not stand in the registration itself. */
function handlersOf({ handlers, file, isListed }: InventoryEntry): string {
  const named = isListed ? [] : handlers.filter((handler) => !handler.isInline)
  const places = named.map((handler) => {
    const place = `${handler.file === file ? 'line ' : `${neutralize(handler.file)}:`}${handler.line}`
    return handler.name === '' ? place : `${neutralize(handler.name)} (${place})`
  })
  return places.length === 0 ? '' : `handled by ${[...new Set(places)].join(', ')}`
}

/** A low-level server has one handler for whatever resource or prompt is asked for. */
function nameOf({ name, kind }: InventoryEntry): string {
  return name === null ? kind === 'tool' ? '(computed)' : '(any)' : neutralize(name)
}

const HINTS: readonly { readonly name: string; readonly yes: string; readonly no: string }[] = [
  { name: 'readOnlyHint', yes: 'read-only', no: 'writes' },
  { name: 'destructiveHint', yes: 'destructive', no: 'not destructive' },
  { name: 'idempotentHint', yes: 'idempotent', no: '' },
  { name: 'openWorldHint', yes: 'open world', no: 'closed world' },
]

function hintsOf({ kind, annotations }: InventoryEntry): string {
  if (kind !== 'tool') return ''
  const words = HINTS.map(({ name, yes, no }) => {
    const value = annotations?.[name]
    return value === true ? yes : value === false ? no : ''
  })
  return words.filter((word) => word !== '').join(', ') || 'none'
}

/** Each call once, with the names of those that lead there. */
function formatEffects(entries: readonly InventoryEntry[], layout: Layout): string[] {
  const { style } = layout
  return COLUMNS.flatMap(({ capability, title }) => {
    const sites = new Map<string, Site>()
    for (const entry of entries) {
      for (const effect of entry.effects.filter((item) => item.capability === capability)) {
        const place = `${neutralize(effect.file)}:${effect.line}`
        const key = `${place} ${effect.call}`
        const { file, line, change } = effect
        const site = sites.get(key) ?? { file, line, place, call: neutralize(effect.call), change: change ?? '', names: new Set() }
        site.names.add(nameOf(entry))
        sites.set(key, site)
      }
    }
    const rows = [...sites.values()].sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)
    if (rows.length === 0) return []
    return [[style('bold', title), ...formatSites(rows, layout)].join('\n')]
  })
}

interface Site {
  readonly file: string
  readonly line: number
  readonly place: string
  readonly call: string
  readonly change: string
  readonly names: Set<string>
}

/** Names that do not fit beside the call stand below it. */
function formatSites(sites: readonly Site[], { style, width }: Layout): string[] {
  const callWidth = Math.min(MAX_CALL, widest(sites.map(({ call }) => call)))
  const placeWidth = Math.min(MAX_PLACE, widest(sites.map(({ place }) => place)))
  const changeWidth = widest(sites.map(({ change }) => change))
  return sites.flatMap(({ place, call, change, names }) => {
    const shown = call.length > callWidth ? `${call.slice(0, callWidth - 1)}…` : call.padEnd(callWidth)
    const start = `  ${shown}  ${style('dim', place.padEnd(placeWidth))}${changeWidth > 0 ? `  ${change.padEnd(changeWidth)}` : ''}`
    const used = callWidth + Math.max(placeWidth, place.length) + (changeWidth > 0 ? changeWidth + 2 : 0) + 6
    const by = [...names].join(', ')
    if (used + by.length <= width) return [`${start}  ${by}`]
    return [start.trimEnd(), ...wrapWords(by, width - callWidth - 4).map((text) => `${' '.repeat(callWidth + 4)}${text}`)]
  })
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length))
}

function formatNotes({ entries, unread, leftOut }: InventoryReport, { style, width }: Layout): string[] {
  const notes: string[] = []
  if (entries.some(({ schema }) => schema === 'advertised')) {
    notes.push('advertised: the client is told of the schema; nothing that was recognised checks it before the handler runs.')
  }
  if (entries.some(({ isListed }) => isListed)) {
    notes.push('A listed tool does what its branch of tools/call does; what that does for every tool stands under Requests.')
  }
  if (entries.length > 0) notes.push('A handler may do more than was recognised: "." is no promise.')
  if (unread.length > 0) {
    notes.push(`Not read: ${unread.map(({ file, reason }) => `${neutralize(file)} (${REASONS[reason]})`).join(', ')}.`)
  }
  const omitted = [
    leftOut.tests.length > 0 ? count(leftOut.tests.length, 'test file') : '',
    leftOut.buildOutput.length > 0 ? `${count(leftOut.buildOutput.length, 'file')} of build output whose sources are here` : '',
    leftOut.minified.length > 0 ? count(leftOut.minified.length, 'minified file') : '',
  ].filter((part) => part !== '')
  if (omitted.length > 0) notes.push(`Left out: ${omitted.join(', ')}.`)
  return notes.length === 0 ? [] : [notes.flatMap((note) => wrapWords(note, width).map((line) => style('dim', line))).join('\n')]
}

function joinWords(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
