import type { SourceCode } from 'eslint'
import type { CallExpression, NewExpression, Node } from 'estree'

/** Whether an argument stands in parentheses of its own, inside which a comma would be the comma operator. */
export function isParenthesised(sourceCode: SourceCode, call: CallExpression | NewExpression, argument: Node): boolean {
  const before = sourceCode.getTokenBefore(argument)
  const after = sourceCode.getTokenAfter(argument)
  if (before?.value !== '(' || after?.value !== ')') return false
  return call.arguments.length > 1 || sourceCode.getTokenBefore(before)?.value === '('
}
