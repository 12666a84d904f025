import type { Expression, Range } from '../facts/ir.ts'

/** Where an expression stands, as far as its facts tell. */
export function rangeOf(expression: Expression): Range | undefined {
  if (expression.op === 'await') return rangeOf(expression.operand)
  return 'at' in expression ? expression.at : undefined
}
