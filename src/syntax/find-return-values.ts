import type { SourceCode } from 'eslint'
import type { Expression, Function as FunctionNode, Node } from 'estree'
import { findChildren } from './find-children.ts'

/** Every expression that a function returns; those of functions inside it are not its own. */
export function findReturnValues(sourceCode: SourceCode, fn: FunctionNode): Expression[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body]
  const values: Expression[] = []
  const pending: Node[] = [fn.body]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'ReturnStatement' && node.argument) values.push(node.argument)
    else if (/Statement$|^SwitchCase$|^CatchClause$/.test(node.type)) pending.push(...findChildren(sourceCode, node))
  }
  return values
}
