import { KnownFacts } from './known-facts.ts'
import type { Value } from './values.ts'

/** What an object holds at one place. Immutable, as values are. */
export interface Contents {
  readonly fields: ReadonlyMap<string, Value>
  /** The elements in order, for an array whose length is known. */
  readonly elements?: readonly Value[]
  /** Elements or fields that are there without a known place. */
  readonly others: readonly Value[]
}

export type Stored = Value | Contents

export interface Snapshot {
  readonly writes: ReadonlyMap<number, Stored>
  readonly facts: KnownFacts
}

/**
 * Variables and objects at one place, as a layer over the place where the flow split. Variables have positive keys,
 * objects the negative of their value's id. A layer is written to only while nothing else builds on it.
 */
export class State {
  facts: KnownFacts
  alive = true
  private readonly own = new Map<number, Stored>()
  private readonly base: State | undefined

  constructor(base?: State, facts?: KnownFacts) {
    this.base = base
    this.facts = facts ?? base?.facts ?? KnownFacts.NONE
  }

  get(key: number): Stored | undefined {
    let stored = this.own.get(key)
    for (let state = this.base; stored === undefined && state; state = state.base) stored = state.own.get(key)
    return stored
  }

  set(key: number, stored: Stored): void {
    this.own.set(key, stored)
  }

  fork(): State {
    return new State(this)
  }

  /** All that was written since `base`, which must be below this layer. */
  since(base: State): Snapshot {
    const layers: State[] = [this]
    for (let state = this.base; state && state !== base; state = state.base) layers.push(state)
    if (layers.length === 1) return { writes: this.own, facts: this.facts }
    const writes = new Map<number, Stored>()
    for (const layer of layers.reverse()) for (const [key, stored] of layer.own) writes.set(key, stored)
    return { writes, facts: this.facts }
  }
}
