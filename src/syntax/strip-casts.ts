import type { Expression, Node } from 'estree'

const CASTS = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSTypeAssertion'])

/** The expression inside casts and inside the `(0, f)` that compilers write to drop a receiver. */
export function stripCasts(node: Node): Node {
  // ESTree has no names for TypeScript's nodes: they arrive under the same type and are told apart by their name only.
  if (CASTS.has(node.type)) return stripCasts((node as unknown as { expression: Expression }).expression)
  const [first, second] = node.type === 'SequenceExpression' ? node.expressions : []
  if (first?.type === 'Literal' && second && node.type === 'SequenceExpression' && node.expressions.length === 2) {
    return stripCasts(second)
  }
  return node
}
