import type { SourceCode } from 'eslint'
import type { CatchClause, NewExpression, Node } from 'estree'
import { findCatchClause } from '../../syntax/find-catch-clause.ts'
import { getParent } from '../../syntax/get-parent.ts'

/** The text by which a `catch` clause tells what it caught. */
export interface ToldText {
  readonly clause: CatchClause
  readonly node: Node
  /** What to write in the place of the node for an expression that is to be told instead. */
  readonly write: (text: string) => string
}

const TEXTUAL = new Set([
  'TemplateLiteral', 'BinaryExpression', 'MemberExpression', 'CallExpression', 'ConditionalExpression', 'Identifier', 'LogicalExpression',
])
const NAMES_OF_TEXT = /^(?:text|message|error|errorMessage|detail|details|stack)$/u

/**
 * In the place of what is let out: the value of a property whose name is one for text, the message of an error that is thrown, or
 * a text that is returned as it is. `undefined` outside of `catch` clauses, and where something else than text could be meant.
 */
export function resolveToldText(sourceCode: SourceCode, at: Node, property: string | undefined): ToldText | undefined {
  const clause = findCatchClause(at)
  const node = at.type === 'NewExpression' ? messageOf(at) : at
  if (!clause || !node || !TEXTUAL.has(node.type) || sourceCode.getCommentsInside(node).length > 0) return undefined
  if (property === undefined) {
    return at !== node || isReturnedText(sourceCode, node) ? { clause, node, write: (text) => text } : undefined
  }
  if (at !== node || !NAMES_OF_TEXT.test(property)) return undefined
  const parent = getParent(node)
  const isShorthand = parent?.type === 'Property' && parent.shorthand
  return { clause, node, write: (text) => (isShorthand ? `${property}: ${text}` : text) }
}

/** `new Error(message)`, with a cause or without, and `new McpError(code, message)`. */
function messageOf({ callee, arguments: [first, second, third] }: NewExpression): Node | undefined {
  const name = callee.type === 'Identifier' ? callee.name : ''
  if (name === 'McpError') return third ? undefined : second
  if (!/^(?:Error|TypeError|UserError)$/u.test(name) || third || first?.type === 'SpreadElement') return undefined
  return !second || second.type === 'ObjectExpression' ? first : undefined
}

function isReturnedText(sourceCode: SourceCode, node: Node): boolean {
  const isText = node.type === 'TemplateLiteral' || /^(?:String|JSON\.stringify)\(/u.test(sourceCode.getText(node))
  return isText && getParent(node)?.type === 'ReturnStatement'
}
