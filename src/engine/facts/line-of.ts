import type { FileFacts } from './ir.ts'

/** The 1-based line of a character offset. */
export function lineOf(facts: FileFacts, offset: number): number {
  let low = 0
  let high = facts.lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((facts.lines[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
