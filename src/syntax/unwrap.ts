import type { TSESTree } from '@typescript-eslint/types'
import type { Node } from 'estree'
import { stripCasts } from './strip-casts.ts'

/** The expression inside casts and inside the shell that an optional chain has around it. */
export function unwrap(node: Node): Node
export function unwrap(node: TSESTree.Node): TSESTree.Node
export function unwrap(node: Node | TSESTree.Node): Node | TSESTree.Node {
  // The same trees under two type packages; nothing here depends on which.
  const inner = stripCasts(node as Node)
  return inner.type === 'ChainExpression' ? unwrap(inner.expression) : inner
}
