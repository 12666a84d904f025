import type { ExplainReport, ExplainedGuard, ExplainedPlace, ExplainedSink } from './explain-report.ts'
import { neutralize } from './neutralize.ts'
import { plainStyle } from './style.ts'
import type { Style } from './style.ts'
import { wrapWords } from './wrap-words.ts'

const DEFAULT_WIDTH = 100
const MAX_WIDTH = 120
const MIN_WIDTH = 60
const LABEL_WIDTH = 'registered'.length

export interface ExplainFormatOptions {
  /** Columns of the terminal. */
  readonly width?: number
  readonly style?: Style
}

interface Layout {
  readonly style: Style
  readonly width: number
  readonly placeWidth: number
}

/** The answer for a person: the line, what the rules say of it, then each sink with its trace and the guards met. */
export function formatExplanation(report: ExplainReport, options: ExplainFormatOptions = {}): string {
  const style = options.style ?? plainStyle
  const width = Math.max(MIN_WIDTH, Math.min(options.width ?? DEFAULT_WIDTH, MAX_WIDTH))
  const layout: Layout = { style, width, placeWidth: widestPlace(report) }
  const head = `${style('underline', neutralize(`${report.file}:${report.line}`))}  ${style('dim', neutralize(report.code))}`.trimEnd()
  const findings = report.findings.map((finding) => {
    const rule = neutralize(finding.rule.replace(/^secure-mcp\//, ''))
    const off = finding.switchedOff ? ['A comment switches this off.'] : []
    const message = [...wrapWords(neutralize(finding.message), width - 2), ...off]
    return [style('bold', `${finding.severity}  ${rule}`), ...indent(message, 2)].join('\n')
  })
  const blocks = [
    head,
    ...findings,
    ...formatSinks(report.sinks, layout),
    ...(report.passing.length > 0 ? [style('bold', 'The line is part of what happens elsewhere:')] : []),
    ...formatSinks(report.passing, layout),
    ...report.notes.map((note) => wrapWords(neutralize(note), width).join('\n')),
  ]
  return `${blocks.join('\n\n')}\n`
}

function widestPlace({ sinks, passing }: ExplainReport): number {
  const places = [...sinks, ...passing].flatMap((sink) => [...sink.steps, ...sink.guards])
  return Math.max(0, ...places.map((place) => placeOf(place).length))
}

/** One trace for each place and kind; other ways to it are named. */
function formatSinks(sinks: readonly ExplainedSink[], layout: Layout): string[] {
  const groups = new Map<string, ExplainedSink[]>()
  for (const sink of sinks) {
    const key = [sink.file, sink.line, sink.column, sink.kind, sink.status].join()
    groups.set(key, [...(groups.get(key) ?? []), sink])
  }
  return [...groups.values()].flatMap((group) => formatSink(group, layout))
}

function formatSink([sink, ...others]: readonly ExplainedSink[], layout: Layout): string[] {
  if (!sink) return []
  const { style, width } = layout
  const likewise = neutralize(`Likewise from ${others.map((other) => other.from).join(', ')}.`)
  const guardsTitle = sink.status === 'reached' ? 'Guards met on the way' : 'What keeps it from there'
  return [
    wrapWords(neutralize(sink.summary), width).map((line) => style('bold', line)).join('\n'),
    ...(sink.steps.length > 0 ? [formatRows(sink.steps.map((step) => ({ ...step, label: step.step })), layout)] : []),
    ...(sink.guards.length > 0 ? [`${style('bold', `${guardsTitle}:`)}\n\n${formatRows(sink.guards.map(guardRow), layout)}`] : []),
    ...(others.length > 0 ? [wrapWords(likewise, width).join('\n')] : []),
  ]
}

interface Row extends ExplainedPlace {
  readonly label: string
  readonly note: string
}

function guardRow({ guard, counts, why, ...place }: ExplainedGuard): Row {
  return { ...place, label: counts ? 'counts' : 'no help', note: guard.includes(',') ? why : `${guard}: ${why}` }
}

function formatRows(rows: readonly Row[], layout: Layout): string {
  const { style } = layout
  return rows.flatMap((row, index) => {
    const file = neutralize(row.file)
    return [...(row.file === rows[index - 1]?.file ? [] : [`  ${style('underline', file)}`]), ...formatRow(row, layout)]
  }).join('\n')
}

function formatRow({ label, note, ...place }: Row, { style, width, placeWidth }: Layout): string[] {
  const margin = placeWidth + LABEL_WIDTH + 8
  const room = width - margin
  const code = neutralize(place.code)
  const shown = code.length > room ? `${code.slice(0, room - 1)}…` : code
  const head = `    ${placeOf(place).padStart(placeWidth)}  ${style('cyan', label.padEnd(LABEL_WIDTH))}  ${shown}`
  return [head.trimEnd(), ...indent(wrapWords(neutralize(note), room), margin).map((line) => style('dim', line))]
}

function placeOf({ line, column }: ExplainedPlace): string {
  return `${line}:${column}`
}

function indent(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => `${' '.repeat(columns)}${line}`)
}
