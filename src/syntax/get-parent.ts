import type { Rule } from 'eslint'
import type { Node } from 'estree'

/** The parent that ESLint sets on every node; the program has none. */
export function getParent(node: Node): Node | undefined {
  // ESTree itself knows no parents, ESLint adds them before rules run.
  return (node as Rule.Node).parent ?? undefined
}
