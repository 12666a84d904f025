import { joinPath } from '../access-path/parse-access-path.ts'
import type { Expression } from '../facts/ir.ts'
import { viewOf } from './call-view.ts'
import { evaluate } from './evaluate-expression.ts'
import type { Evaluator, Site } from './evaluator.ts'
import type { Frame } from './frame.ts'
import { noteChannels } from './note-channels.ts'
import { rangeOf } from './range-of.ts'
import type { Value } from './values.ts'

/** Notes what goes out because it is assigned to a property: `ctx.body = value` is, to rows, a call of `set body`. */
export function noteAssigned(machine: Evaluator, assignment: Expression & { op: 'assign' }, value: Value, frame: Frame): void {
  const { target, value: expression, at } = assignment
  const place = target.op === 'target' && target.expression.op === 'member' ? target.expression : undefined
  // What else it is may do something when it is evaluated again.
  if (!place || !isName(place.object)) return
  const object = evaluate(machine, place.object, frame)
  const knowledge = object.op === 'extern' ? machine.index.call(object.module, joinPath(object.path, `set ${place.name}`)) : undefined
  if (!knowledge) return
  const site: Site = {
    file: frame.file, at, args: [{ value: expression, spread: false, at: rangeOf(expression) ?? at }], callee: place.name,
  }
  noteChannels(machine, knowledge, viewOf(machine, object, { args: [value], rest: [], isNew: false, site }), site)
}

function isName(expression: Expression): boolean {
  return expression.op === 'variable' || (expression.op === 'member' && isName(expression.object))
}
