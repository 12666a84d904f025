import type { Argument, CallExpression, Range } from '../facts/ir.ts'
import { evaluate } from './evaluate-expression.ts'
import type { DecoratedMethod, Evaluator } from './evaluator.ts'
import type { Frame } from './frame.ts'
import type { ClassValue, Value } from './values.ts'

type Decorators = DecoratedMethod['decorators']

/** Notes the methods of a class that are decorated, with what decorates them. */
export function noteDecorated(machine: Evaluator, owner: ClassValue, frame: Frame): void {
  for (const method of owner.facts.methods) {
    const decorators = method.decorators?.map((item) => ({
      value: evaluate(machine, item.value, frame), parameter: item.parameter, at: item.at,
    }))
    if (decorators) machine.decorated.push({ owner, method, decorators })
  }
}

/** How TypeScript, esbuild and SWC compile a list of decorators, and one on a parameter. */
const DECORATE = /(?:^|\.)(?:__decorate(?:Class)?|_ts_decorate)$/u
const PARAMETER = /(?:^|\.)(?:__param|__decorateParam|_ts_param)$/u

/**
 * `__decorate([Tool({ … }), __param(0, Payload())], Notes.prototype, 'search', null)`, the compiled form. Gives the class
 * where the class itself is decorated, which compiled code assigns to it again; `undefined` for any other call.
 */
export function compiledDecorators(machine: Evaluator, expression: CallExpression, name: string, frame: Frame): Value | undefined {
  if (!DECORATE.test(name)) return undefined
  const [list, target, key] = expression.args.map((item) => item.value)
  if (list?.op !== 'array' || !target) return undefined
  if (!key) return evaluate(machine, target, frame)
  const owner = evaluate(machine, target.op === 'member' && target.name === 'prototype' ? target.object : target, frame)
  const method = owner.op === 'class' && key.op === 'constant'
    ? owner.facts.methods.find((item) => item.name === key.value && item.kind === 'method') : undefined
  const decorators = list.elements.flatMap((item) => compiledDecorator(machine, item, frame))
  if (owner.op === 'class' && method) machine.decorated.push({ owner, method, decorators })
  return machine.unknown
}

function compiledDecorator(machine: Evaluator, item: Argument, frame: Frame): Decorators {
  const { value: expression, at } = item
  if (expression.op === 'call') {
    const [index, inner] = expression.args
    if (index?.value.op === 'constant' && inner && PARAMETER.test(calleeName(expression, frame))) {
      return [decorator(evaluate(machine, inner.value, frame), Number(index.value.value), at)]
    }
  }
  return [decorator(evaluate(machine, expression, frame), undefined, at)]
}

function decorator(value: Value, parameter: number | undefined, at: Range): Decorators[number] {
  return { value, parameter, at }
}

function calleeName({ callee }: CallExpression, frame: Frame): string {
  if (callee.op === 'variable') return frame.file.variables[callee.id]?.name ?? ''
  return callee.op === 'global' || callee.op === 'member' ? callee.name : ''
}
