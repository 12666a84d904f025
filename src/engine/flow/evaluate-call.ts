import type { CallExpression, Expression } from '../facts/ir.ts'
import { compiledDecorators } from './decorate.ts'
import { construct } from './evaluate-class.ts'
import { evaluate, evaluateList } from './evaluate-expression.ts'
import { importedValue } from './evaluate-module.ts'
import type { Evaluator, Site } from './evaluator.ts'
import type { Frame } from './frame.ts'
import type { Call } from './invoke.ts'
import { invoke, invokeMethod } from './invoke.ts'
import { noteLog } from './note-failures.ts'
import { contentsOf, readIndex, readInherited, readMember } from './read-member.ts'
import type { Value } from './values.ts'

export function evaluateCall(machine: Evaluator, expression: CallExpression, frame: Frame): Value {
  const { callee } = expression
  if (callee.op === 'super') return callSuper(machine, expression, frame)
  if (callee.op === 'global' && callee.name === 'require') {
    return importModule(machine, argument(machine, expression, frame), frame, siteOf(expression, frame))
  }
  const interop = interopModule(machine, expression, frame) ?? compiledBody(machine, expression, frame)
    ?? compiledDecorators(machine, expression, calleeText(callee, frame), frame)
  if (interop) return interop
  if (callee.op === 'member' || callee.op === 'index') {
    if (callee.op === 'member' && callee.object.op === 'super') {
      return invoke(machine, superMember(machine, callee.name, frame), callOf(machine, expression, frame), frame.self)
    }
    const receiver = evaluate(machine, callee.object, frame)
    const name = callee.op === 'member' ? callee.name : constantName(evaluate(machine, callee.index, frame))
    const call = callOf(machine, expression, frame)
    if (name !== undefined) return invokeMethod(machine, receiver, name, call)
    const index = callee.op === 'index' ? evaluate(machine, callee.index, frame) : machine.unknown
    return invoke(machine, readIndex(machine, receiver, index), call, receiver)
  }
  const value = evaluate(machine, callee, frame)
  return invoke(machine, value, callOf(machine, expression, frame), undefined)
}

function callOf(machine: Evaluator, expression: CallExpression, frame: Frame): Call {
  const { values, others } = evaluateList(machine, expression.args, frame)
  // What an object holds may come from a source.
  if (values.some(({ op }) => op === 'object')) machine.asked += 1
  const site = siteOf(expression, frame)
  if (!machine.isSetup && machine.index.isLog(site.callee)) noteLog(machine)
  return { args: values, rest: others, isNew: expression.isNew, site }
}

function siteOf(expression: CallExpression, frame: Frame): Site {
  return { file: frame.file, at: expression.at, args: expression.args, callee: calleeText(expression.callee, frame) }
}

/** What the text calls a callee by; empty where it has no name. */
function calleeText(callee: Expression, frame: Frame): string {
  switch (callee.op) {
    case 'variable':
      return frame.file.variables[callee.id]?.name ?? ''
    case 'global':
      return callee.name
    case 'this':
      return 'this'
    case 'member': {
      const object = calleeText(callee.object, frame)
      return object === '' || object === 'this' || callee.name === 'default' ? callee.name : `${object}.${callee.name}`
    }
    default:
      return ''
  }
}

function constantName(value: Value): string | undefined {
  return value.op === 'constant' ? String(value.constant) : undefined
}

function argument(machine: Evaluator, expression: CallExpression, frame: Frame): Value {
  const [first] = expression.args
  return first ? evaluate(machine, first.value, frame) : machine.nothing
}

/** `__importStar(require('x'))`, `_interopRequireDefault(require('x'))` and bundlers' kin are the module itself. */
function interopModule(machine: Evaluator, expression: CallExpression, frame: Frame): Value | undefined {
  const { callee, args: [first] } = expression
  if (!first || first.value.op !== 'call') return undefined
  const name = callee.op === 'variable' ? frame.file.variables[callee.id]?.name : callee.op === 'global' ? callee.name : undefined
  return name !== undefined && /^(?:__importStar|__importDefault|__toESM|_+interop\w*)(?<!\w{60})$/u.test(name)
    ? evaluate(machine, first.value, frame) : undefined
}

/**
 * The body of an async function that was compiled to ES5: `__awaiter(this, …, function () { return __generator(this,
 * function (_a) { … }) })`. Its parts end in `[2, value]`, and its awaited values come as `_a.sent()`.
 */
function compiledBody(machine: Evaluator, expression: CallExpression, frame: Frame): Value | undefined {
  const name = calleeText(expression.callee, frame)
  const isAwaiter = /(?:^|\.)__awaiter$/u.test(name)
  if (!isAwaiter && !/(?:^|\.)__generator$/u.test(name)) return undefined
  const body = expression.args[isAwaiter ? 3 : 1]
  const callee = body && evaluate(machine, body.value, frame)
  if (callee?.op !== 'closure') return undefined
  const list = isAwaiter && expression.args[1] ? evaluate(machine, expression.args[1].value, frame) : undefined
  const args = list?.op === 'object' ? contentsOf(machine, list).elements ?? [] : []
  const result = invoke(machine, callee, { args, rest: [], isNew: false, site: undefined }, frame.self)
  return isAwaiter ? result : readMember(machine, result, '1')
}

/** A module by a name that is known; anything else is unknown. */
export function importModule(machine: Evaluator, source: Value, frame: Frame, site: Site): Value {
  if (source.op === 'constant' && typeof source.constant === 'string') return importedValue(machine, frame.file, source.constant, '*')
  invoke(machine, machine.table.extern('global', site.callee), { args: [source], rest: [], isNew: false, site }, undefined)
  return machine.unknown
}

function callSuper(machine: Evaluator, expression: CallExpression, frame: Frame): Value {
  const call = callOf(machine, expression, frame)
  const parent = parentOf(frame)
  if (parent && frame.self?.op === 'object') construct(machine, parent, frame.self, call.args, call.site, 0)
  return machine.nothing
}

/** A method as the parent of the class around it has it. */
function superMember(machine: Evaluator, name: string, frame: Frame): Value {
  const parent = parentOf(frame)
  if (frame.self?.op !== 'object') return machine.unknown
  if (parent?.op === 'extern') return machine.table.extern(parent.module, `${parent.path}.new.${name}`, frame.self)
  return (parent?.op === 'class' && readInherited(machine, frame.self, parent, name)) || machine.unknown
}

/** What the class whose code this is extends. */
function parentOf(frame: Frame): Value | undefined {
  let value: Value | undefined = frame.self?.op === 'object' ? frame.self.classValue : undefined
  let owner: Frame | undefined = frame
  while (owner && owner.facts.className === undefined) owner = owner.parent
  while (value?.op === 'class' && (value.facts.name !== owner?.facts.className || value.file !== frame.file)) value = value.parent
  return value?.op === 'class' ? value.parent : undefined
}

/** A tagged template calls its tag with the texts and the holes: to a row, argument 0 is the text of both. */
export function callTagged(machine: Evaluator, expression: Expression & { op: 'tagged' }, frame: Frame): Value {
  const tag = evaluate(machine, expression.tag, frame)
  const holes = expression.holes.map((hole) => evaluate(machine, hole, frame))
  const texts = machine.table.object('array')
  const elements = expression.texts.map((text) => machine.table.constant(text))
  machine.state.set(-texts.id, { fields: new Map([['raw', texts]]), elements, others: [] })
  const site: Site = {
    file: frame.file, at: expression.at, callee: calleeText(expression.tag, frame),
    args: expression.holes.map((hole) => ({ value: hole, spread: false, at: expression.at })),
  }
  if (tag.op === 'extern') {
    const tagged = machine.table.extern(tag.module, `${tag.path}\`\``, tag)
    return invoke(machine, tagged, { args: [texts, ...holes], rest: [], isNew: false, site }, undefined)
  }
  if (tag.op === 'closure') return invoke(machine, tag, { args: [texts, ...holes], rest: [], isNew: false, site }, undefined)
  return machine.unknown
}

