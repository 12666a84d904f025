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

export const NO_WRITES: ReadonlyMap<number, Stored> = new Map()

/**
 * Variables and objects at one place, as a layer over the place where the flow split. Variables have positive keys,
 * objects the negative of their value's id. A layer is written to only while nothing else builds on it.
 */
export class State {
  facts: KnownFacts
  alive = true
  private own: Map<number, Stored> | undefined
  private readonly base: State | undefined

  constructor(base?: State, facts?: KnownFacts) {
    this.base = base
    this.facts = facts ?? base?.facts ?? KnownFacts.NONE
  }

  get(key: number): Stored | undefined {
    for (let state: State | undefined = this; state; state = state.base) {
      const stored = state.own?.get(key)
      if (stored !== undefined) return stored
    }
    return undefined
  }

  set(key: number, stored: Stored): void {
    this.own ??= new Map()
    this.own.set(key, stored)
  }

  fork(): State {
    return new State(this)
  }

  /** All that was written since `base`, which must be below this layer. */
  since(base: State): Snapshot {
    const layers: Map<number, Stored>[] = []
    for (let state: State | undefined = this; state && state !== base; state = state.base) if (state.own) layers.push(state.own)
    const [only] = layers
    if (!only) return { writes: NO_WRITES, facts: this.facts }
    if (layers.length === 1) return { writes: only, facts: this.facts }
    const writes = new Map<number, Stored>()
    for (const layer of layers.reverse()) for (const [key, stored] of layer) writes.set(key, stored)
    return { writes, facts: this.facts }
  }
}
