import type { SourceCode } from 'eslint'
import type { Node } from 'estree'
import { findWrittenValues } from '../../syntax/find-written-values.ts'
import { getStringParts } from '../../syntax/get-string-parts.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'

/** Aliases, alternatives and parameters with a default on the way to a text. */
const MAX_DEPTH = 4

/** Whether the code itself may mean an argument as an option: text of its own begins with a hyphen, or a function answers. */
export function mayBeOption(sourceCode: SourceCode, node: Node, depth = 0): boolean {
  const value = stripCasts(node)
  if (depth > MAX_DEPTH) return true
  const isAny = (parts: readonly Node[]): boolean => parts.some((part) => mayBeOption(sourceCode, part, depth + 1))
  if (value.type === 'ConditionalExpression') return isAny([value.consequent, value.alternate])
  if (value.type === 'LogicalExpression') return isAny([value.left, value.right])
  if (value.type === 'CallExpression' && value.callee.type === 'Identifier') {
    const [argument] = value.arguments
    return value.callee.name !== 'String' || !argument || isAny([argument])
  }
  if (value.type === 'Identifier') return isAny(findWrittenValues(sourceCode, value).map((written) => written.value))
  const [start] = getStringParts(value)
  return start?.kind === 'text' && start.text.startsWith('-')
}
