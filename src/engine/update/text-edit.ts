import type { Range } from '../facts/ir.ts'

/** One place of a text that was replaced: what is before it stayed, what is behind it moved. */
export class TextEdit {
  private readonly start: number
  private readonly end: number
  private readonly growth: number

  constructor(before: string, after: string) {
    const shorter = Math.min(before.length, after.length)
    let start = 0
    while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
    let kept = 0
    while (kept < shorter - start && before.charCodeAt(before.length - 1 - kept) === after.charCodeAt(after.length - 1 - kept)) kept += 1
    this.start = start
    this.end = before.length - kept
    this.growth = after.length - before.length
  }

  /** Where a range of the text before is in the text after; `undefined` for one that ends within what was replaced. */
  move([start, end]: Range): Range | undefined {
    const [first, last] = [this.offset(start), this.offset(end)]
    return first === undefined || last === undefined ? undefined : [first, last]
  }

  private offset(offset: number): number | undefined {
    if (offset <= this.start) return offset
    return offset >= this.end ? offset + this.growth : undefined
  }
}
