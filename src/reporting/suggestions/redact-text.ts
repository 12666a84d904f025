import type { Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'
import { findChildren } from '../../syntax/find-children.ts'
import { quoteText } from '../../syntax/quote-text.ts'
import { unwrap } from '../../syntax/unwrap.ts'

const REDACTED = '[redacted]'

/** Writes a word where the secret itself stands: as the whole argument, as a hole of a template, or in an operand of a `+`. */
export function redactText(sourceCode: SourceCode, node: Node, name: string): Rule.ReportFixer | undefined {
  const inner = unwrap(node)
  if (sourceCode.getText(inner) === name) return (fixer) => fixer.replaceText(node, quoteText(sourceCode, REDACTED))
  if (inner.type === 'BinaryExpression') {
    return redactText(sourceCode, inner.right, name) ?? redactText(sourceCode, inner.left, name)
  }
  if (inner.type !== 'TemplateLiteral') return undefined
  const hole = findChildren(sourceCode, inner).find((child) => sourceCode.getText(unwrap(child)) === name)
  const [before, after] = hole ? [sourceCode.getTokenBefore(hole), sourceCode.getTokenAfter(hole)] : []
  if (!before || !after) return undefined
  const [start, end] = [before.range[1] - 2, after.range[0] + 1]
  return (fixer) => fixer.replaceTextRange([start, end], REDACTED)
}
