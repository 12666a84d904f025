import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, CatchClause, Expression, Literal, Node } from 'estree'
import { findChildren } from '../../syntax/find-children.ts'
import { isFreeName } from '../../syntax/is-free-name.ts'
import { resolveKeyName } from '../../syntax/resolve-key-name.ts'
import { getParent } from '../../syntax/get-parent.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { reachModule } from './reach-module.ts'

const ID = 'errorId'
const TEXTS = new Set(['text', 'message', 'error'])
const LEVELS = new Set(['error', 'warn', 'log', 'info'])

/** Makes an id in a `catch` clause, and puts it into the line that it logs on the console and into its answer's only text. */
export function shareErrorId(sourceCode: SourceCode, { body }: CatchClause, end: Expression): Rule.ReportFixer | undefined {
  const statement = body.body.find((item) => item.type === 'ExpressionStatement' && isConsole(sourceCode, item.expression))
  const call = statement?.type === 'ExpressionStatement' && statement.expression.type === 'CallExpression' ? statement.expression : null
  const [text, ...others] = findTexts(sourceCode, end)
  if (!statement || !call || !text || others.length > 0 || !isBefore(statement, end) || !isFreeName(sourceCode, ID, body)) return undefined
  const crypto = reachModule(sourceCode, 'crypto', ['randomUUID'], body)
  const [first] = call.arguments
  if (!crypto || !first) return undefined
  const indent = /^\s*/u.exec(sourceCode.lines[(statement.loc?.start.line ?? 1) - 1] ?? '')?.[0] ?? ''
  const semicolon = sourceCode.getLastToken(statement)?.value === ';' ? ';' : ''
  return (fixer) => [
    ...crypto.edit(fixer),
    fixer.insertTextBefore(statement, `const ${ID} = ${crypto.write('randomUUID')}()${semicolon}\n${indent}`),
    fixer.insertTextBefore(first, `${ID}, `),
    fixer.replaceText(text, `\`${String(text.value)} (\${${ID}})\``),
  ]
}

function isConsole(sourceCode: SourceCode, node: Node): node is CallExpression {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const { object, property, computed } = node.callee
  // A text with holes for what follows it must stay the first.
  const hasHoles = node.arguments[0]?.type === 'Literal' && /%[a-zA-Z]/u.test(String(node.arguments[0].value))
  return object.type === 'Identifier' && object.name === 'console' && LEVELS.has(resolveKeyName(property, computed) ?? '') && !hasHoles
    && !resolveVariable(sourceCode, 'console', object)?.defs.length
}

function isBefore(statement: Node, end: Node): boolean {
  return (statement.range?.[1] ?? 0) <= (end.range?.[0] ?? 0)
}

/** The texts that an answer, or an error, tells; a text that cannot be written as a template is none. */
function findTexts(sourceCode: SourceCode, node: Node): Literal[] {
  if (node.type === 'Literal') return isText(node) ? [node] : []
  return findChildren(sourceCode, node).flatMap((child) => findTexts(sourceCode, child))
}

function isText(node: Literal): boolean {
  const parent = getParent(node)
  if (typeof node.value !== 'string' || /[`$\\\n]/u.test(node.value)) return false
  if (parent?.type === 'Property') return parent.value === node && TEXTS.has(resolveKeyName(parent.key, parent.computed) ?? '')
  return parent?.type === 'NewExpression'
}
