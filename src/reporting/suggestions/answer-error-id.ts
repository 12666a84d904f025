import type { Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'
import { findCatchClause } from '../../syntax/find-catch-clause.ts'
import { getParent } from '../../syntax/get-parent.ts'
import { isFreeName } from '../../syntax/is-free-name.ts'

const ID = 'errorId'

/**
 * Logs what a `catch` clause caught under a fresh id, and answers with the id in the place of the text. The global
 * `crypto` is there from Node 19 on; standard error is free for logs whatever the transport.
 */
export function answerErrorId(sourceCode: SourceCode, node: Node, property: string | undefined): Rule.ReportFixer | undefined {
  const clause = findCatchClause(node)
  const [first] = clause?.body.body ?? []
  if (!clause || !first || clause.param?.type !== 'Identifier') return undefined
  if (property !== 'text' && property !== 'error' && property !== 'message') return undefined
  if (!isFreeName(sourceCode, ID, clause.body) || !isText(node)) return undefined
  const { name } = clause.param
  const line = sourceCode.lines[(first.loc?.start.line ?? 1) - 1] ?? ''
  const indent = /^\s*/u.exec(line)?.[0] ?? ''
  const end = sourceCode.getText(first).endsWith(';') ? ';' : ''
  return (fixer) => [
    fixer.insertTextBefore(first, `const ${ID} = crypto.randomUUID()${end}\n${indent}console.error(${ID}, ${name})${end}\n${indent}`),
    fixer.replaceText(node, `\`Internal error \${${ID}}\``),
  ]
}

function isText(node: Node): boolean {
  const parent = getParent(node)
  if (parent?.type === 'Property' && parent.shorthand) return false
  return node.type !== 'ObjectExpression' && node.type !== 'ArrayExpression' && node.type !== 'NewExpression'
}
