import type { Expression, Statement } from './ir.ts'
import { lowerExpression } from './lower-expression.ts'
import type { FileLowering, Node } from './lower-file.ts'
import { rangeOf } from './lower-file.ts'

/** What a constructor does with parameters that are fields as well. */
export function parameterProperties(lowering: FileLowering, params: readonly Node[]): Statement[] {
  const statements: Statement[] = []
  for (const parameter of params) {
    if (parameter.type !== 'TSParameterProperty') continue
    const inner = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter
    if (inner.type !== 'Identifier') continue
    const at = rangeOf(parameter)
    const target: Expression = { op: 'member', object: { op: 'this' }, name: inner.name, at }
    statements.push({
      op: 'expression',
      expression: {
        op: 'assign', operator: '=', target: { op: 'target', expression: target }, value: lowerExpression(lowering, inner), at,
      },
    })
  }
  return statements
}
