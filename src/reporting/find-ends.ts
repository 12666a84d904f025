import type { SourceCode } from 'eslint'
import type { Expression, Node } from 'estree'
import { findChildren } from '../syntax/find-children.ts'

/** What code returns or throws, but for functions inside it. */
export function findEnds(sourceCode: SourceCode, node: Node): Expression[] {
  if (/Function|^Class/u.test(node.type)) return []
  if (node.type === 'ReturnStatement' || node.type === 'ThrowStatement') return node.argument ? [node.argument] : []
  return findChildren(sourceCode, node).flatMap((child) => findEnds(sourceCode, child))
}
