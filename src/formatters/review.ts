import type { Severity } from '../create-rule.ts'
import { neutralize } from './neutralize.ts'
import type { LeftOut, ReviewFailure, ReviewFinding, ReviewReport } from './review-report.ts'
import { plainStyle } from './style.ts'
import type { Style, StyleFormat } from './style.ts'
import { wrapWords } from './wrap-words.ts'

/** Columns of text where the output is no terminal, and the widest that stays easy to read on one. */
const DEFAULT_WIDTH = 100
const MAX_WIDTH = 110
const MIN_WIDTH = 50

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low']
const SEVERITY_FORMATS: Readonly<Record<Severity, readonly StyleFormat[]>> = {
  critical: ['bold', 'red'],
  high: ['red'],
  medium: ['yellow'],
  low: ['cyan'],
}
const UNREAD = 'not read'
const LABEL_WIDTH = Math.max(UNREAD.length, ...SEVERITIES.map((severity) => severity.length))

export interface ReviewFormatOptions {
  /** The folder as its reader named it. */
  readonly folder?: string
  /** Columns of the terminal. */
  readonly width?: number
  readonly style?: Style
}

/** One line of the list under a file: a finding, or the reason why the file could not be reviewed. */
interface Entry {
  readonly place: string
  readonly label: string
  readonly format: readonly StyleFormat[]
  readonly title: string
  readonly detail: string
  readonly text: string
  readonly note: string
}

/** The report for a person: findings by file, each message beneath its rule, then counts, then what was left out. */
export function formatReview(report: ReviewReport, options: ReviewFormatOptions = {}): string {
  const style = options.style ?? plainStyle
  const width = Math.max(MIN_WIDTH, Math.min(options.width ?? DEFAULT_WIDTH, MAX_WIDTH))
  const folder = neutralize(options.folder ?? report.folder)
  const intro = `Reviewed ${count(report.files, 'file')} in ${folder} with the ${report.preset} preset.`
  const blocks = [
    intro,
    ...formatFiles(report, width, style),
    ...formatSummary(report, style),
    ...formatNotes(report, width, style),
  ]
  return `${blocks.join('\n\n')}\n`
}

function formatFiles({ findings, failures }: ReviewReport, width: number, style: Style): string[] {
  const byFile = new Map<string, Entry[]>()
  for (const item of [...failures, ...findings]) {
    const entry = 'rule' in item ? describeFindingEntry(item) : describeFailureEntry(item)
    byFile.set(item.file, [...(byFile.get(item.file) ?? []), entry])
  }
  const placeWidth = Math.max(0, ...[...byFile.values()].flat().map((entry) => entry.place.length))
  return [...byFile.keys()].sort().map((file) => {
    const entries = (byFile.get(file) ?? []).map((entry) => formatEntry(entry, placeWidth, width, style))
    return [style('underline', neutralize(file)), ...entries].join('\n\n')
  })
}

function formatEntry(entry: Entry, placeWidth: number, width: number, style: Style): string {
  const indent = ' '.repeat(placeWidth + LABEL_WIDTH + 6)
  const label = style(entry.format, entry.label.padEnd(LABEL_WIDTH))
  const detail = entry.detail ? `  ${style('dim', entry.detail)}` : ''
  const head = `  ${entry.place.padStart(placeWidth)}  ${label}  ${style('bold', entry.title)}${detail}`
  const body = wrapWords(entry.text, width - indent.length).map((line) => `${indent}${line}`)
  const note = wrapWords(entry.note, width - indent.length).map((line) => `${indent}${style('dim', line)}`)
  return [head, ...body, ...note].join('\n')
}

function describeFindingEntry(finding: ReviewFinding): Entry {
  return {
    place: `${finding.line}:${finding.column}`,
    label: finding.severity,
    format: SEVERITY_FORMATS[finding.severity],
    title: shortenRule(finding.rule),
    detail: finding.cwe.map((number) => `CWE-${number}`).join(', '),
    text: neutralize(finding.message),
    note: finding.switchedOff ? describeSwitchedOff(finding.switchedOff.justification) : '',
  }
}

function describeSwitchedOff(justification: string): string {
  return justification
    ? `A comment switches this off: ${neutralize(justification)}`
    : 'A comment switches this off and gives no reason.'
}

function describeFailureEntry(failure: ReviewFailure): Entry {
  return {
    place: failure.line === null ? '' : `${failure.line}:${failure.column ?? 1}`,
    label: UNREAD,
    format: ['bold', 'yellow'],
    title: failure.kind === 'parse' ? 'The file does not parse.' : 'A rule failed on this file.',
    detail: '',
    text: neutralize(failure.message),
    note: '',
  }
}

function formatSummary({ findings, failures, files, summary }: ReviewReport, style: Style): string[] {
  const reviewed = files - failures.length
  if (findings.length === 0) {
    const text = `No findings in ${count(reviewed, 'file')}.`
    return [failures.length === 0 ? style(['bold', 'green'], text) : text]
  }
  const totals = SEVERITIES.filter((severity) => summary.severity[severity] > 0)
    .map((severity) => style(SEVERITY_FORMATS[severity], `${summary.severity[severity]} ${severity}`))
    .join(', ')
  const inFiles = new Set(findings.map((finding) => finding.file)).size
  const head = `${style('bold', count(findings.length, 'finding'))} in ${inFiles} of ${count(files, 'file')}: ${totals}`
  const ruleWidth = Math.max(...summary.rules.map(({ rule }) => shortenRule(rule).length))
  const countWidth = Math.max(...summary.rules.map((row) => String(row.count).length))
  const rows = summary.rules.map(({ rule, severity, count: times }, index) => {
    const repeated = summary.rules[index - 1]?.severity === severity
    const label = style(SEVERITY_FORMATS[severity], (repeated ? '' : severity).padEnd(LABEL_WIDTH))
    return `  ${label}  ${shortenRule(rule).padEnd(ruleWidth)}  ${String(times).padStart(countWidth)}`
  })
  return [[head, '', ...rows].join('\n')]
}

function formatNotes({ findings, failures, leftOut }: ReviewReport, width: number, style: Style): string[] {
  const notes: string[] = []
  const switchedOff = findings.filter((finding) => finding.switchedOff !== null).length
  if (failures.length > 0) {
    notes.push(`${count(failures.length, 'file')} could not be reviewed; the counts do not speak for them.`)
  }
  if (switchedOff > 0) {
    notes.push(`${count(switchedOff, 'finding')} switched off by comments, counted all the same.`)
  }
  const omitted = describeLeftOut(leftOut)
  if (omitted) notes.push(`Left out: ${omitted}.`)
  if (notes.length === 0) return []
  return [notes.flatMap((note) => wrapWords(note, width).map((line) => style('dim', line))).join('\n')]
}

function describeLeftOut({ tests, buildOutput, minified }: LeftOut): string {
  return [
    tests.length > 0 ? count(tests.length, 'test file') : '',
    buildOutput.length > 0 ? `${count(buildOutput.length, 'file')} of build output whose sources are here` : '',
    minified.length > 0 ? count(minified.length, 'minified file') : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function shortenRule(rule: string): string {
  return neutralize(rule.replace(/^secure-mcp\//, ''))
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
