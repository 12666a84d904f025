import type { SourceCode } from 'eslint'
import type { Node } from 'estree'
import { unwrap } from './unwrap.ts'

/**
 * `firm`: throws, ends the process, answers `false` or an error. `soft`: gives nothing back, which also is how a
 * helper says that it has nothing to do.
 */
export type Refusal = 'firm' | 'soft'

/** Words that an answer uses when it refuses: a return value says in its own text that it is one. */
const REFUSING_WORDS = /error|den(?:y|ied)|forbidden|reject|fail|invalid|outside|travers|not allowed|\b40[0-4]\b/i

const REFUSING_FIELD = /\b(?:ok|valid|safe|success|allowed|isValid|isSafe)["']?: ?(?:false|!1)\b/
const ANSWERS = /^(?:CallExpression|NewExpression|ObjectExpression|TemplateLiteral|AwaitExpression)$/

/** Whether a statement, or the value of an expression, turns the caller down; `undefined` where it goes on. */
export function resolveRefusal(sourceCode: SourceCode, node: Node | null | undefined): Refusal | undefined {
  switch (node?.type) {
    case 'ThrowStatement':
      return 'firm'
    case 'ReturnStatement':
      return node.argument ? refusalOfValue(sourceCode, node.argument) : 'soft'
    case 'BlockStatement':
      return refusalOfBlock(sourceCode, node.body)
    case 'ExpressionStatement':
      return endsProcess(sourceCode, node.expression) ? 'firm' : undefined
    default:
      return node && !/Statement$|Declaration$/.test(node.type) ? refusalOfValue(sourceCode, node) : undefined
  }
}

function refusalOfBlock(sourceCode: SourceCode, statements: readonly Node[]): Refusal | undefined {
  const last = statements.at(-1)
  const refusal = resolveRefusal(sourceCode, last)
  if (refusal !== 'soft' || statements.length < 2) return refusal
  // `res.status(403).end(); return` refuses in the statement before.
  return statements.some((item) => item !== last && saysNo(sourceCode, item)) ? 'firm' : refusal
}

function refusalOfValue(sourceCode: SourceCode, value: Node): Refusal | undefined {
  const node = unwrap(value)
  if (node.type === 'Literal') {
    if (node.value === false) return 'firm'
    if (node.value === null || node.value === '') return 'soft'
    return saysNo(sourceCode, node) ? 'firm' : undefined
  }
  if (node.type === 'Identifier') return node.name === 'undefined' ? 'soft' : undefined
  if (node.type === 'UnaryExpression') return node.operator === 'void' ? 'soft' : undefined
  if (!ANSWERS.test(node.type)) return undefined
  return saysNo(sourceCode, node) ? 'firm' : undefined
}

function saysNo(sourceCode: SourceCode, node: Node): boolean {
  const text = sourceCode.getText(node)
  return REFUSING_WORDS.test(text) || REFUSING_FIELD.test(text)
}

function endsProcess(sourceCode: SourceCode, node: Node): boolean {
  return node.type === 'CallExpression' && /^(?:process\.exit|reject)$/.test(sourceCode.getText(node.callee))
}
