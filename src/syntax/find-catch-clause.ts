import type { CatchClause, Node } from 'estree'
import { getParent } from './get-parent.ts'

/** The `catch` clause that a node stands in, within its function. */
export function findCatchClause(start: Node): CatchClause | undefined {
  for (let node: Node | undefined = start; node && !/Function/u.test(node.type); node = getParent(node)) {
    if (node.type === 'CatchClause') return node
  }
  return undefined
}
