import type { TicketState } from '../guards/ticket-guards.js'
import { TICKET_STATES } from '../guards/ticket-guards.js'
import type { TicketRow } from '../stores/ticket-store.js'

const SYMBOLS: Readonly<Record<TicketState, string>> = { open: '○', waiting: '◐', done: '●', dropped: '×' }

export interface TicketView {
  readonly key: string
  readonly title: string
  readonly state: TicketState
  readonly owner: string
  readonly labels: readonly string[]
  readonly days: number
}

/** A row as clients see it. */
export function viewTicket(row: TicketRow, now: number): TicketView {
  return {
    key: row.key,
    title: row.title,
    state: row.state,
    owner: row.owner ?? 'nobody',
    labels: row.labels === '' ? [] : row.labels.split(','),
    days: Math.max(0, Math.floor((now - row.opened_at) / 86_400_000)),
  }
}

export function ticketLine(view: TicketView): string {
  const labels = view.labels.length > 0 ? ` [${view.labels.join(', ')}]` : ''
  const age = view.days > 0 ? `, ${view.days} d` : ''
  return `${SYMBOLS[view.state]} ${view.key} ${view.title}${labels} (${view.owner}${age})`
}

export function ticketText(view: TicketView, notes: readonly { author: string; text: string }[]): string {
  const lines = [
    `${view.key}: ${view.title}`,
    `State: ${view.state}`,
    `Owner: ${view.owner}`,
    `Open for: ${view.days} days`,
  ]
  if (view.labels.length > 0) lines.push(`Labels: ${view.labels.join(', ')}`)
  for (const note of notes) {
    lines.push('', `${note.author}:`)
    for (const line of note.text.split('\n')) lines.push(`  ${line}`)
  }
  return lines.join('\n')
}

export interface TicketBoard {
  readonly columns: ReadonlyMap<TicketState, readonly TicketView[]>
  readonly owners: ReadonlyMap<string, number>
}

export function ticketBoard(views: readonly TicketView[]): TicketBoard {
  const columns = new Map<TicketState, TicketView[]>(TICKET_STATES.map((state) => [state, []]))
  const owners = new Map<string, number>()
  for (const view of views) {
    columns.get(view.state)?.push(view)
    if (view.state === 'open' || view.state === 'waiting') owners.set(view.owner, (owners.get(view.owner) ?? 0) + 1)
  }
  return { columns, owners }
}

/** The board as text: a heading for each state, the busiest owners below. */
export function ticketBoardText(board: TicketBoard, longest: number): string {
  const lines: string[] = []
  for (const [state, views] of board.columns) {
    lines.push(`${state} (${views.length})`)
    for (const view of views.slice(0, longest)) lines.push(`  ${ticketLine(view)}`)
    if (views.length > longest) lines.push(`  … ${views.length - longest} more`)
  }
  const busy = [...board.owners].sort(([, a], [, b]) => b - a).slice(0, 3)
  if (busy.length > 0) lines.push(`Busiest: ${busy.map(([owner, count]) => `${owner} ${count}`).join(', ')}`)
  return lines.join('\n')
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The same rows for a spreadsheet. */
export function ticketCsv(views: readonly TicketView[]): string {
  const head = ['key', 'title', 'state', 'owner', 'labels', 'days']
  const rows = views.map((view) => [
    view.key,
    view.title,
    view.state,
    view.owner,
    view.labels.join(' '),
    String(view.days),
  ])
  return [head, ...rows].map((row) => row.map(quote).join(',')).join('\n')
}

/** Shares of the states in percent, rounded so that they add up to 100. */
export function ticketShares(board: TicketBoard): Map<TicketState, number> {
  let total = 0
  for (const views of board.columns.values()) total += views.length
  const shares = new Map<TicketState, number>()
  let rest = 100
  for (const [state, views] of board.columns) {
    const share = total === 0 ? 0 : Math.round((views.length / total) * 100)
    shares.set(state, Math.min(share, rest))
    rest -= Math.min(share, rest)
  }
  return shares
}
