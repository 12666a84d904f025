import { kindSet } from './bits.ts'
import { kindsKnownBy } from './url-parts.ts'
import type { Fact } from './values.ts'

/** Operations whose result names the same file as their only operand. */
const SAME_FILE: ReadonlySet<string> = new Set([
  'realpath', 'resolve', 'normalize', 'to-string', 'trim', 'respelled', 'toLowerCase', 'toUpperCase', 'parse-url',
  'escape-backslash',
])

/** A fact, and what it says of the values that name the same thing. */
export function impliedFacts(fact: Fact): readonly Fact[] {
  const { value } = fact
  if (value.op === 'choice') {
    // Whichever it is, it was this one that was looked at.
    const open = value.alternatives.filter((item) => item.value.op !== 'constant')
    return [fact, ...open.flatMap((item) => impliedFacts({ value: item.value, clears: fact.clears, states: fact.states }))]
  }
  if (value.op === 'field') {
    // To know the host of a parsed address is to know where the address leads, and the text that was parsed.
    const clears = fact.clears & kindsKnownBy(value.name)
    const isUrl = clears !== 0 && value.base.op === 'derived' && value.base.name === 'parse-url'
    return isUrl ? [fact, ...impliedFacts({ value: value.base, clears, states: 0 })] : [fact]
  }
  if (value.op !== 'derived') return [fact]
    // What is known of the way from a root to a path is known of the path: it leads inside, or it is the root itself.
  const target = value.name === 'relative' ? value.inputs.at(-1)
    : SAME_FILE.has(value.name) && value.inputs.length === 1 ? value.inputs[0] : undefined
  if (!target) return [fact]
  const clears = value.name === 'relative' ? fact.clears & kindSet(['path']) : fact.clears
  return [fact, ...impliedFacts({ clears, states: value.name === 'relative' ? 0 : fact.states, value: target })]
}
