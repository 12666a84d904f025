import type { Fact, Value } from './values.ts'

/** The facts that hold at one place. Immutable: adding gives another. */
export class KnownFacts {
  static readonly NONE = new KnownFacts(new Map())
  /** Equal for equal facts, and but for chance different for others. */
  readonly fingerprint: number
  private readonly facts: ReadonlyMap<number, Fact>

  private constructor(facts: ReadonlyMap<number, Fact>) {
    this.facts = facts
    let sum = 0
    for (const [id, { clears, states }] of facts) {
      sum = (sum + Math.imul(id, 0x9e3779b1) + Math.imul(clears ^ (states << 16), 0x85ebca6b + id)) | 0
    }
    this.fingerprint = sum
  }

  of(value: Value): Fact | undefined {
    return this.facts.get(value.id)
  }

  with(added: readonly Fact[]): KnownFacts {
    const news = added.filter((fact) => !this.implies(fact))
    if (news.length === 0) return this
    const facts = new Map(this.facts)
    for (const fact of news) {
      const before = facts.get(fact.value.id)
      facts.set(fact.value.id, before ? both(before, fact) : fact)
    }
    return new KnownFacts(facts)
  }

  /** What is known here and not, or not as much, there. */
  beyond(other: KnownFacts): readonly Fact[] {
    if (this === other) return []
    return [...this.facts.values()].filter((fact) => !other.implies(fact))
  }

  values(): IterableIterator<Fact> {
    return this.facts.values()
  }

  private implies(fact: Fact): boolean {
    const known = this.facts.get(fact.value.id)
    return known !== undefined && (fact.clears & ~known.clears) === 0 && (fact.states & ~known.states) === 0
      && (fact.equals === undefined || known.equals?.every((value) => fact.equals?.includes(value)) === true)
  }

  /** What holds whichever way was taken. */
  static common(ways: readonly KnownFacts[]): KnownFacts {
    const [first, ...others] = ways
    if (!first) return KnownFacts.NONE
    if (others.every((way) => way === first)) return first
    const common = new Map<number, Fact>()
    for (const [id, fact] of first.facts) {
      const same = others.map((way) => way.facts.get(id))
      if (same.some((item) => item === undefined)) continue
      const merged = same.reduce<Fact>((left, right) => (right ? either(left, right) : left), fact)
      if (merged.clears !== 0 || merged.states !== 0 || merged.equals) common.set(id, merged)
    }
    return new KnownFacts(common)
  }
}

/** Facts that hold in every list. */
export function commonFacts(lists: readonly (readonly Fact[])[]): readonly Fact[] {
  if (lists.length === 1) return lists[0] ?? []
  return [...KnownFacts.common(lists.map((list) => KnownFacts.NONE.with(list))).values()]
}

function both(left: Fact, right: Fact): Fact {
  const equals = right.equals ?? left.equals
  return { value: left.value, clears: left.clears | right.clears, states: left.states | right.states, ...(equals ? { equals } : {}) }
}

function either(left: Fact, right: Fact): Fact {
  const equals = left.equals && right.equals ? [...new Set([...left.equals, ...right.equals])] : undefined
  return { value: left.value, clears: left.clears & right.clears, states: left.states & right.states, ...(equals ? { equals } : {}) }
}
