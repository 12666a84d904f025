import type { Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'

/** The widest expression with exactly this range. */
export function nodeAt(sourceCode: SourceCode, [start, end]: readonly [number, number]): Node | undefined {
  // ESLint sets `parent` on every node that it hands out.
  let node = sourceCode.getNodeByRangeIndex(start) as Rule.Node | null
  let found: Node | undefined
  for (; node && node.type !== 'Program'; node = node.parent) {
    const [from, to] = node.range ?? [0, 0]
    if (from === start && to === end && !node.type.endsWith('Statement')) found = node
    if (from < start || to > end) break
  }
  return found
}
