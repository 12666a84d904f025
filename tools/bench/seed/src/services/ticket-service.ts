import { assertTicketStep, checkTicketDraft, isTicketOwner, requireTicketKey, ticketSearchWords } from '../guards/ticket-guards.js'
import type { TicketState } from '../guards/ticket-guards.js'
import { ticketBoard, viewTicket } from '../format/ticket-format.js'
import type { TicketBoard, TicketView } from '../format/ticket-format.js'
import type { TicketNote, TicketStore } from '../stores/ticket-store.js'
import { UserError, pageOf } from '../tool-result.js'
import type { Page } from '../tool-result.js'
import type { SnapshotService } from './snapshot-service.js'

const PREFIX = 'TICKET'
const PAGE = 25

export interface TicketSearch {
  readonly text?: string
  readonly state?: TicketState
  readonly owner?: string
  readonly order?: string
  readonly start?: number
}

export interface TicketDetails {
  readonly view: TicketView
  readonly notes: readonly TicketNote[]
}

type Listener = (key: string, change: string) => void

/** What the tools for tickets do, without anything of the protocol. */
export class TicketService {
  private readonly store: TicketStore
  private readonly snapshots: SnapshotService
  private readonly listeners: Listener[] = []

  constructor(store: TicketStore, snapshots: SnapshotService) {
    this.store = store
    this.snapshots = snapshots
  }

  onChange(listener: Listener): () => void {
    this.listeners.push(listener)
    return () => {
      const at = this.listeners.indexOf(listener)
      if (at >= 0) this.listeners.splice(at, 1)
    }
  }

  show(key: string): TicketDetails {
    const row = this.store.get(requireTicketKey(key))
    return { view: viewTicket(row, Date.now()), notes: this.store.notes(row.key) }
  }

  search({ text = '', state, owner, order = 'title', start = 0 }: TicketSearch): Page<TicketView> {
    if (owner !== undefined && !isTicketOwner(owner)) throw new UserError('refused', 'No user has such a name.')
    const rows = this.store.find({
      ...(state === undefined ? {} : { state }),
      ...(owner === undefined ? {} : { owner }),
      words: ticketSearchWords(text),
      order,
    })
    const now = Date.now()
    return pageOf(rows.map((row) => viewTicket(row, now)), start, PAGE)
  }

  labelled(label: string, order: string): TicketView[] {
    const now = Date.now()
    return this.store.labelled(label, order).map((row) => viewTicket(row, now))
  }

  open(raw: { title: string; owner?: string; weight?: string; labels?: string[] }): string {
    const checked = checkTicketDraft(raw)
    if (!checked.valid) throw new UserError('refused', checked.error)
    const key = this.store.nextKey(PREFIX)
    this.store.insert(key, checked.value, Date.now())
    this.tell(key, 'opened')
    return key
  }

  move(key: string, to: TicketState): TicketView {
    const row = this.store.get(requireTicketKey(key))
    assertTicketStep(row.state, to)
    this.store.setState(row.key, to)
    this.tell(row.key, to)
    return viewTicket({ ...row, state: to }, Date.now())
  }

  assign(keys: readonly string[], owner: string): number {
    if (!isTicketOwner(owner)) throw new UserError('refused', 'No user has such a name.')
    const changed = this.store.assign(keys.map((key) => requireTicketKey(key)), owner)
    for (const key of keys) this.tell(key, `assigned to ${owner}`)
    return changed
  }

  note(key: string, author: string, text: string): void {
    const row = this.store.get(requireTicketKey(key))
    this.store.addNote(row.key, { author: isTicketOwner(author) ? author : 'guest', text })
    this.tell(row.key, 'noted')
  }

  /** Keeps the text of a snapshot as a note, so that it stays when the snapshot goes. */
  async keepSnapshot(key: string, name: string): Promise<number> {
    const text = await this.snapshots.show(name)
    this.note(key, 'workbench', text)
    return text.length
  }

  board(): TicketBoard {
    const rows = this.store.find({ words: [], order: 'weight' })
    const now = Date.now()
    return ticketBoard(rows.map((row) => viewTicket(row, now)))
  }

  private tell(key: string, change: string): void {
    for (const listener of this.listeners) listener(key, change)
  }
}
