import type { Expression } from '../facts/ir.ts'
import { evaluate } from './evaluate-expression.ts'
import type { Evaluator } from './evaluator.ts'
import { CAUGHT } from './find-held.ts'
import type { Frame } from './frame.ts'
import type { Value } from './values.ts'

/**
 * Whether an expression names a caught error anywhere in what it gives to constructors and functions: what these keep of it is
 * not followed, as with the `cause` of an error.
 */
export function mentionsError(machine: Evaluator, expression: Expression, frame: Frame): boolean {
  const visit = (item: Expression): boolean => mentionsError(machine, item, frame)
  switch (expression.op) {
    case 'variable':
      return isCaught(evaluate(machine, expression, frame))
    case 'member':
      return visit(expression.object)
    case 'call':
      return visit(expression.callee) || expression.args.some(({ value }) => visit(value))
    case 'object':
      return expression.properties.some(({ value }) => visit(value))
    case 'template':
      return expression.parts.some(visit)
    case 'binary':
    case 'logical':
      return visit(expression.left) || visit(expression.right)
    case 'conditional':
      return visit(expression.yes) || visit(expression.no)
    case 'await':
      return visit(expression.operand)
    default:
      return false
  }
}

function isCaught(value: Value): boolean {
  return value.op === 'choice' ? value.alternatives.some((item) => isCaught(item.value)) : value.op === 'extern' && value.module === CAUGHT
}
