import type { Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'
import { findChildren } from '../../syntax/find-children.ts'
import { quoteText } from '../../syntax/quote-text.ts'
import { resolveInitialiser } from '../../syntax/resolve-initialiser.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { unwrap } from '../../syntax/unwrap.ts'

const REDACTED = '[redacted]'

/** Writes a word where the secret itself stands: as the whole argument, as a hole of a template, or in an operand of a `+`. */
export function redactText(sourceCode: SourceCode, node: Node, name: string): Rule.ReportFixer | undefined {
  const inner = unwrap(node)
  if (isNamed(sourceCode, inner, name)) return (fixer) => fixer.replaceText(node, quoteText(sourceCode, REDACTED))
  if (inner.type === 'BinaryExpression') {
    return redactText(sourceCode, inner.right, name) ?? redactText(sourceCode, inner.left, name)
  }
  if (inner.type !== 'TemplateLiteral') return undefined
  const hole = findChildren(sourceCode, inner).find((child) => isNamed(sourceCode, unwrap(child), name))
  const [before, after] = hole ? [sourceCode.getTokenBefore(hole), sourceCode.getTokenAfter(hole)] : []
  if (!hole || !before || !after || sourceCode.commentsExistBetween(before, after)) return undefined
  const [start, end] = [before.range[1] - 2, after.range[0] + 1]
  return (fixer) => fixer.replaceTextRange([start, end], REDACTED)
}

/** True for the secret under its name, as a property of that name, and for a constant that was set to it, with a default or without. */
function isNamed(sourceCode: SourceCode, node: Node, name: string): boolean {
  const text = textOf(sourceCode, node)
  if (text === name || (node.type === 'MemberExpression' && text.endsWith(`.${name}`))) return true
  const init = node.type === 'Identifier' ? resolveInitialiser(resolveVariable(sourceCode, node.name, node))?.init : undefined
  const value = init && unwrap(init)
  return value !== undefined && textOf(sourceCode, value.type === 'LogicalExpression' ? unwrap(value.left) : value) === name
}

function textOf(sourceCode: SourceCode, node: Node): string {
  return sourceCode.getText(node).replaceAll(/\[(['"])(\w+)\1\]/gu, '.$2')
}
