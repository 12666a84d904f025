import type { Fact, Value } from './values.ts'

/** Every so many layers the facts of all layers are gathered, so that a look-up stays short. */
const LAYERS_TO_GATHER = 8

/**
 * The facts that hold at one place. Immutable: adding gives another, which is a layer over the one that it was added
 * to. What a place has in common with another, or beyond it, is then a question about the layers since they parted.
 */
export class KnownFacts {
  static readonly NONE = new KnownFacts(undefined, new Map())
  /** Equal for equal facts, and but for chance different for others. */
  readonly fingerprint: number
  /** The same of the facts that are not about anything tainted. */
  readonly cleanFingerprint: number
  private readonly base: KnownFacts | undefined
  private readonly own: ReadonlyMap<number, Fact>
  private readonly depth: number
  /** All facts of this layer and those below, where they were gathered. */
  private readonly gathered: ReadonlyMap<number, Fact> | undefined

  private constructor(base: KnownFacts | undefined, own: ReadonlyMap<number, Fact>) {
    this.base = base
    this.own = own
    this.depth = base ? base.depth + 1 : 0
    let print = base?.fingerprint ?? 0
    let clean = base?.cleanFingerprint ?? 0
    for (const [id, fact] of own) {
      const before = base?.find(id)
      const change = printOf(id, fact) - (before ? printOf(id, before) : 0)
      print = (print + change) | 0
      if (!fact.value.isTainted) clean = (clean + change) | 0
    }
    this.fingerprint = print
    this.cleanFingerprint = clean
    this.gathered = this.depth % LAYERS_TO_GATHER === 0 ? this.gather() : undefined
  }

  of(value: Value): Fact | undefined {
    return this.find(value.id)
  }

  with(added: readonly Fact[]): KnownFacts {
    let news: Map<number, Fact> | undefined
    for (const fact of added) {
      if (this.implies(fact)) continue
      news ??= new Map<number, Fact>()
      const before = news.get(fact.value.id) ?? this.of(fact.value)
      news.set(fact.value.id, before ? both(before, fact) : fact)
    }
    return news ? new KnownFacts(this, news) : this
  }

  /** What is known here and not, or not as much, there. */
  beyond(other: KnownFacts): readonly Fact[] {
    if (this === other) return []
    const news: Fact[] = []
    for (const fact of this.since(KnownFacts.meet(this, other)).values()) if (!other.implies(fact)) news.push(fact)
    return news
  }

  values(): IterableIterator<Fact> {
    return (this.gathered ?? this.gather()).values()
  }

  /** What holds whichever way was taken. */
  static common(ways: readonly KnownFacts[]): KnownFacts {
    const [first, ...others] = ways
    if (!first) return KnownFacts.NONE
    if (others.every((way) => way === first)) return first
    const base = others.reduce((one, other) => KnownFacts.meet(one, other), first)
    const common: Fact[] = []
    for (const [id, fact] of first.since(base)) {
      const same = others.map((way) => way.find(id))
      if (same.some((item) => item === undefined)) continue
      const merged = same.reduce<Fact>((left, right) => (right ? either(left, right) : left), fact)
      if (merged.clears !== 0 || merged.states !== 0 || merged.equals) common.push(merged)
    }
    return base.with(common)
  }

  private find(id: number): Fact | undefined {
    let layer: KnownFacts | undefined = this
    while (layer) {
      if (layer.gathered) return layer.gathered.get(id)
      const fact = layer.own.get(id)
      if (fact) return fact
      layer = layer.base
    }
    return undefined
  }

  private implies(fact: Fact): boolean {
    const known = this.of(fact.value)
    return known !== undefined && (fact.clears & ~known.clears) === 0 && (fact.states & ~known.states) === 0
      && (fact.equals === undefined || known.equals?.every((value) => fact.equals?.includes(value)) === true)
  }

  /** The facts of the layers over `base`, newest first for each value. */
  private since(base: KnownFacts): ReadonlyMap<number, Fact> {
    if (this.base === base) return this.own
    const facts = new Map<number, Fact>()
    let layer: KnownFacts | undefined = this
    while (layer && layer !== base) {
      for (const [id, fact] of layer.own) if (!facts.has(id)) facts.set(id, fact)
      layer = layer.base
    }
    return facts
  }

  private gather(): ReadonlyMap<number, Fact> {
    const below: KnownFacts[] = []
    let layer: KnownFacts | undefined = this
    while (layer && !layer.gathered) {
      below.push(layer)
      layer = layer.base
    }
    const facts = new Map(layer?.gathered)
    for (const item of below.reverse()) for (const [id, fact] of item.own) facts.set(id, fact)
    return facts
  }

  /** The layer that both build on; the bottom layer is the same for all. */
  private static meet(left: KnownFacts, right: KnownFacts): KnownFacts {
    let [one, other]: [KnownFacts, KnownFacts] = [left, right]
    while (one !== other) {
      if (one.depth >= other.depth) one = one.base ?? KnownFacts.NONE
      else other = other.base ?? KnownFacts.NONE
    }
    return one
  }
}

/** Facts that hold in every list. */
export function commonFacts(lists: readonly (readonly Fact[])[]): readonly Fact[] {
  if (lists.length === 1) return lists[0] ?? []
  return [...KnownFacts.common(lists.map((list) => KnownFacts.NONE.with(list))).values()]
}

function printOf(id: number, { clears, states }: Fact): number {
  return (Math.imul(id, 0x9e3779b1) + Math.imul(clears ^ (states << 16), 0x85ebca6b + id)) | 0
}

function both(left: Fact, right: Fact): Fact {
  const equals = right.equals ?? left.equals
  return { value: left.value, clears: left.clears | right.clears, states: left.states | right.states, ...(equals ? { equals } : {}) }
}

function either(left: Fact, right: Fact): Fact {
  const equals = left.equals && right.equals ? [...new Set([...left.equals, ...right.equals])] : undefined
  return { value: left.value, clears: left.clears & right.clears, states: left.states & right.states, ...(equals ? { equals } : {}) }
}
