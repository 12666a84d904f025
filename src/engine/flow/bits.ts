import type { SinkKind } from '../../knowledge/kinds.ts'
import type { FlowState } from './values.ts'

/** Sink kinds and flow states as bit sets: they are united and intersected at every join. */
export const ALL_KINDS = -1

const kindBits = new Map<string, number>()
const stateBits = new Map<string, number>()

export type Clears = readonly SinkKind[] | 'all'

export function kindSet(kinds: Clears): number {
  return kinds === 'all' ? ALL_KINDS : kinds.reduce((set, kind) => set | bitOf(kindBits, kind), 0)
}

export function stateSet(states: readonly FlowState[]): number {
  return states.reduce((set, state) => set | bitOf(stateBits, state), 0)
}

/** The names in a set; `all` for every kind. */
export function kindsIn(set: number): readonly SinkKind[] | 'all' {
  return set === ALL_KINDS ? 'all' : namesIn(kindBits, set) as SinkKind[]
}

export function statesIn(set: number): readonly FlowState[] {
  return namesIn(stateBits, set) as FlowState[]
}

function namesIn(bits: ReadonlyMap<string, number>, set: number): string[] {
  return [...bits].filter(([, bit]) => (set & bit) !== 0).map(([name]) => name)
}

function bitOf(bits: Map<string, number>, name: string): number {
  let bit = bits.get(name)
  if (bit === undefined) {
    bit = 1 << bits.size
    bits.set(name, bit)
  }
  return bit
}
