import { UserError } from '../tool-result.js'

export const TICKET_STATES = ['open', 'waiting', 'done', 'dropped'] as const
export type TicketState = (typeof TICKET_STATES)[number]

/** From each state, those that may follow. */
const TICKET_STEPS: Readonly<Record<TicketState, readonly TicketState[]>> = {
  open: ['waiting', 'done', 'dropped'],
  waiting: ['open', 'done', 'dropped'],
  done: ['open'],
  dropped: [],
}

/** What tickets can be sorted by, and the columns that hold it. */
export const TICKET_COLUMNS = new Map([
  ['title', 'title'],
  ['state', 'state'],
  ['opened', 'opened_at'],
  ['weight', 'weight'],
])

const KEY = /^[A-Z]{2,8}-\d{1,6}$/
const OWNER = /^[a-z][a-z0-9.]{0,30}$/
const WEIGHTS = { low: 1, normal: 3, high: 8 } as const

export function isTicketState(state: string): state is TicketState {
  return (TICKET_STATES as readonly string[]).includes(state)
}

/** Throws unless a ticket may go from one state to the other. */
export function assertTicketStep(from: TicketState, to: TicketState): void {
  if (from === to) return
  if (!TICKET_STEPS[from].includes(to)) throw new UserError('conflict', `A ticket that is ${from} cannot become ${to}.`)
}

export function requireTicketKey(key: string): string {
  const upper = key.trim().toUpperCase()
  if (!KEY.test(upper)) throw new UserError('refused', 'Keys look like AB-12.')
  return upper
}

export function isTicketOwner(owner: string): boolean {
  return OWNER.test(owner)
}

/** The column for a word of the client; the title where the word is not known. */
export function ticketColumn(order: string): string {
  return TICKET_COLUMNS.get(order) ?? 'title'
}

export function ticketWeight(word: string): number {
  switch (word) {
    case 'low':
      return WEIGHTS.low
    case 'normal':
      return WEIGHTS.normal
    case 'high':
      return WEIGHTS.high
    default:
      throw new UserError('refused', `Known weights: ${Object.keys(WEIGHTS).join(', ')}.`)
  }
}

export interface TicketDraft {
  readonly title: string
  readonly owner: string | undefined
  readonly weight: number
  readonly labels: readonly string[]
}

type Checked<T> = { readonly valid: true; readonly value: T } | { readonly valid: false; readonly error: string }

/** A draft as it may be stored, or why it may not. */
export function checkTicketDraft(raw: { title: string; owner?: string; weight?: string; labels?: string[] }): Checked<TicketDraft> {
  const title = raw.title.replaceAll(/\s+/g, ' ').trim()
  if (title === '') return { valid: false, error: 'The title is empty.' }
  if (title.length > 120) return { valid: false, error: 'The title has more than 120 characters.' }
  if (raw.owner !== undefined && !isTicketOwner(raw.owner)) return { valid: false, error: 'The owner cannot be a user name.' }
  const labels = [...new Set((raw.labels ?? []).map((label) => label.toLowerCase()))].sort()
  if (labels.length > 12) return { valid: false, error: 'There are more than 12 labels.' }
  return { valid: true, value: { title, owner: raw.owner, weight: ticketWeight(raw.weight ?? 'normal'), labels } }
}

/** Words of a search, without those that match everything. */
export function ticketSearchWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)
    .slice(0, 8)
}

/** A pattern for LIKE in which the wildcards of the client stand for themselves. */
export function ticketPattern(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
}
