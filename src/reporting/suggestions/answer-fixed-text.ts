import type { Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'
import { findCatchClause } from '../../syntax/find-catch-clause.ts'
import { getParent } from '../../syntax/get-parent.ts'
import { quoteText } from '../../syntax/quote-text.ts'

const TEXTUAL = new Set([
  'TemplateLiteral', 'BinaryExpression', 'MemberExpression', 'CallExpression', 'ConditionalExpression', 'Identifier', 'LogicalExpression',
])
const FIXED = 'Internal error'

/** Puts fixed text in the place of the text that an object in a `catch` clause tells under a name that holds text. */
export function answerFixedText(
  sourceCode: SourceCode, node: Node | undefined, property: string | undefined,
): Rule.ReportFixer | undefined {
  if (!node || property === undefined || !/^(?:text|message|error|errorMessage|detail|details|stack)$/u.test(property)) return undefined
  const parent = getParent(node)
  if (!TEXTUAL.has(node.type) || !findCatchClause(node) || (parent?.type === 'Property' && parent.shorthand)) return undefined
  return (fixer) => fixer.replaceText(node, quoteText(sourceCode, FIXED))
}
