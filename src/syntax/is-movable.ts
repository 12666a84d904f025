import type { SourceCode } from 'eslint'
import type { Node } from 'estree'
import { resolveVariable } from './resolve-variable.ts'
import { stripCasts } from './strip-casts.ts'

/**
 * Whether an expression means the same at another node: made of literals, `this`, members, and variables that are never
 * written again and are not shadowed there. Writes to an object's fields in between are not looked for.
 */
export function isMovable(sourceCode: SourceCode, node: Node, to: Node): boolean {
  const expression = stripCasts(node)
  if (expression.type === 'Literal') return true
  if (expression.type === 'TemplateLiteral') {
    return expression.expressions.every((part) => isMovable(sourceCode, part, to))
  }
  if (expression.type === 'ChainExpression') return isMovable(sourceCode, expression.expression, to)
  if (expression.type === 'MemberExpression') {
    return !expression.computed && isMovable(sourceCode, expression.object, to)
  }
  if (expression.type !== 'Identifier') return false
  const variable = resolveVariable(sourceCode, expression.name, expression)
  if (!variable || resolveVariable(sourceCode, expression.name, to) !== variable) return false
  return variable.references.every((reference) => !reference.isWrite() || reference.init === true)
}
