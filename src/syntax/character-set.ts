type Range = readonly [first: number, last: number]

const LAST_CODE_POINT = 0x10ffff

/** An immutable set of code points, held as sorted ranges that neither overlap nor touch. */
export class CharacterSet {
  static readonly none = new CharacterSet([])
  static readonly any = new CharacterSet([[0, LAST_CODE_POINT]])

  readonly ranges: readonly Range[]

  private constructor(ranges: readonly Range[]) {
    this.ranges = ranges
  }

  /** Ranges of code points, both ends included, in any order. */
  static ofRanges(ranges: readonly Range[]): CharacterSet {
    const merged: [number, number][] = []
    for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
      const previous = merged.at(-1)
      if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last)
      else merged.push([first, last])
    }
    return new CharacterSet(merged)
  }

  /** The characters that occur in a text. */
  static of(text: string): CharacterSet {
    return CharacterSet.ofRanges(Array.from(text, (character): Range => {
      const code = character.codePointAt(0) ?? 0
      return [code, code]
    }))
  }

  get isEmpty(): boolean {
    return this.ranges.length === 0
  }

  /** A code point, or the first character of a text. */
  has(character: number | string): boolean {
    const code = typeof character === 'number' ? character : character.codePointAt(0)
    if (code === undefined) return false
    let low = 0
    let high = this.ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.ranges[middle]?.[1] ?? LAST_CODE_POINT) < code) low = middle + 1
      else high = middle
    }
    const range = this.ranges[low]
    return range !== undefined && range[0] <= code
  }

  union(...others: readonly CharacterSet[]): CharacterSet {
    return CharacterSet.ofRanges([this, ...others].flatMap((set) => set.ranges))
  }

  complement(): CharacterSet {
    const gaps: Range[] = []
    let next = 0
    for (const [first, last] of this.ranges) {
      if (first > next) gaps.push([next, first - 1])
      next = last + 1
    }
    if (next <= LAST_CODE_POINT) gaps.push([next, LAST_CODE_POINT])
    return new CharacterSet(gaps)
  }

  intersect(other: CharacterSet): CharacterSet {
    return this.complement().union(other.complement()).complement()
  }

  without(other: CharacterSet): CharacterSet {
    return this.complement().union(other).complement()
  }

  intersects(other: CharacterSet): boolean {
    return !this.intersect(other).isEmpty
  }

  includes(other: CharacterSet): boolean {
    return other.without(this).isEmpty
  }
}
