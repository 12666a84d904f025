import type Database from 'better-sqlite3'
import type { TicketDraft, TicketState } from '../guards/ticket-guards.js'
import { ticketColumn, ticketPattern } from '../guards/ticket-guards.js'
import { UserError } from '../tool-result.js'

export interface TicketRow {
  readonly key: string
  readonly title: string
  readonly state: TicketState
  readonly owner: string | null
  readonly labels: string
  readonly weight: number
  /** Milliseconds since 1970. */
  readonly opened_at: number
}

export interface TicketNote {
  readonly author: string
  readonly text: string
}

export interface TicketFilter {
  readonly state?: TicketState
  readonly owner?: string
  readonly words: readonly string[]
  readonly order: string
}

const SCHEMA = `
  create table if not exists tickets (
    key text primary key, title text not null, state text not null, owner text,
    labels text not null, weight integer not null, opened_at integer not null
  );
  create table if not exists ticket_notes (ticket text not null, author text not null, text text not null);
`

/** The tickets of the database; the tables are made with the first use. */
export class TicketStore {
  private readonly database: Database.Database
  private readonly maxRows: number
  private ready = false

  constructor(database: Database.Database, maxRows: number) {
    this.database = database
    this.maxRows = maxRows
  }

  get(key: string): TicketRow {
    const row = this.open().prepare('select * from tickets where key = ?').get(key) as TicketRow | undefined
    if (row === undefined) throw new UserError('not-found', `There is no ticket ${key}.`)
    return row
  }

  find(filter: TicketFilter): TicketRow[] {
    const conditions = ['1 = 1']
    const values: unknown[] = []
    if (filter.state !== undefined) {
      conditions.push('state = ?')
      values.push(filter.state)
    }
    if (filter.owner !== undefined) {
      conditions.push('owner = ?')
      values.push(filter.owner)
    }
    for (const word of filter.words) {
      conditions.push("title like ? escape '\\'")
      values.push(ticketPattern(word))
    }
    const query = `select * from tickets where ${conditions.join(' and ')} order by ${ticketColumn(filter.order)} limit ?`
    return this.open().prepare(query).all(...values, this.maxRows) as TicketRow[]
  }

  /** The tickets that carry a label, in the order of a column. */
  labelled(label: string, order: string): TicketRow[] {
    const database = this.open()
    // repaired: const query = `select * from tickets where labels like ? order by ${ticketColumn(order)}`
    const query = `select * from tickets where labels like ? order by ${order}`
    return database.prepare(query).all(ticketPattern(label)) as TicketRow[] // expect: no-string-built-query
  }

  insert(key: string, draft: TicketDraft, now: number): void {
    const { changes } = this.open()
      .prepare('insert or ignore into tickets values (@key, @title, @state, @owner, @labels, @weight, @now)')
      .run({ ...draft, key, state: 'open', owner: draft.owner ?? null, labels: draft.labels.join(','), now })
    if (changes === 0) throw new UserError('conflict', `${key} exists already.`)
  }

  setState(key: string, state: TicketState): void {
    this.open().prepare('update tickets set state = ? where key = ?').run(state, key)
  }

  assign(keys: readonly string[], owner: string): number {
    const statement = this.open().prepare('update tickets set owner = ? where key = ?')
    let changed = 0
    const assignAll = this.database.transaction(() => {
      for (const key of keys) changed += statement.run(owner, key).changes
    })
    assignAll()
    return changed
  }

  notes(key: string): TicketNote[] {
    return this.open().prepare('select author, text from ticket_notes where ticket = ?').all(key) as TicketNote[]
  }

  addNote(key: string, note: TicketNote): void {
    this.open().prepare('insert into ticket_notes values (?, ?, ?)').run(key, note.author, note.text)
  }

  nextKey(prefix: string): string {
    const row = this.open().prepare('select count(*) as count from tickets where key like ?').get(`${prefix}-%`)
    return `${prefix}-${(row as { count: number }).count + 1}`
  }

  private open(): Database.Database {
    if (!this.ready) {
      this.database.exec(SCHEMA)
      this.ready = true
    }
    return this.database
  }
}
