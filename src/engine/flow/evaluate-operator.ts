import type { Constant, Expression } from '../facts/ir.ts'
import { ALL_KINDS, kindSet, stateSet } from './bits.ts'
import { CAUGHT } from './find-held.ts'
import { comesFromSource } from './find-taint.ts'
import { evaluate } from './evaluate-expression.ts'
import type { Evaluator } from './evaluator.ts'
import type { Frame } from './frame.ts'
import { impliedFacts } from './implied-facts.ts'
import { noteMessage } from './note-message.ts'
import { refine, refineEquals } from './refine.ts'
import type { Fact, Value } from './values.ts'

const OWN_ERROR = stateSet(['own-error'])
const NO_DASH = stateSet(['no-leading-dash'])

export function evaluateBinary(machine: Evaluator, expression: Expression & { op: 'binary' }, frame: Frame): Value {
  const { operator } = expression
  const left = evaluate(machine, expression.left, frame)
  const right = evaluate(machine, expression.right, frame)
  switch (operator) {
    case '+':
      return add(machine, left, right)
    case '===':
    case '==':
    case '!==':
    case '!=': {
      const equal = equalityFacts(machine, left, right, true)
      const unequal = equalityFacts(machine, left, right, false)
      return operator.startsWith('!') ? machine.table.test(unequal, equal) : machine.table.test(equal, unequal)
    }
    case 'in': {
      // An own key of a constant table is one of its names.
      const isTable = right.op === 'object'
      return isTable ? machine.table.test([{ value: left, clears: ALL_KINDS, states: 0 }], []) : machine.table.unknown('boolean')
    }
    case 'instanceof':
      return isOwnError(machine, left, right)
        ? machine.table.test([{ value: left, clears: 0, states: OWN_ERROR }], []) : machine.table.unknown('boolean')
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compared(machine, operator, left, right)
    default:
      return machine.table.unknown('number')
  }
}

/** A caught error of a class of the package or of a framework: its text was written for whoever reads it. */
function isOwnError(machine: Evaluator, left: Value, right: Value): boolean {
  const isCaught = left.op === 'choice' ? left.alternatives.some((item) => isCaughtError(item.value)) : isCaughtError(left)
  return isCaught && (right.op === 'class' || (right.op === 'extern' && machine.index.speaksToClients(right.module)))
}

function isCaughtError(value: Value): boolean {
  return value.op === 'extern' && value.module === CAUGHT
}

function add(machine: Evaluator, left: Value, right: Value): Value {
  if (left.op === 'constant' && right.op === 'constant' && typeof left.constant === 'number' && typeof right.constant === 'number') {
    return machine.table.constant(left.constant + right.constant)
  }
  return machine.table.text([left, right])
}

function compared(machine: Evaluator, operator: string, left: Value, right: Value): Value {
  if (left.op === 'test' && right.op === 'constant') return foundTest(machine, operator, left, right.constant)
  if (left.op === 'constant' && right.op === 'constant') {
    const [a, b] = [Number(left.constant), Number(right.constant)]
    const result = operator === '<' ? a < b : operator === '>' ? a > b : operator === '<=' ? a <= b : operator === '>=' ? a >= b : undefined
    if (result !== undefined && !Number.isNaN(a) && !Number.isNaN(b)) return machine.table.constant(result)
  }
  return machine.table.unknown('boolean')
}

/** `indexOf(…) >= 0`, `> -1` and `< 0` ask whether something is there. */
function foundTest(machine: Evaluator, operator: string, test: Value, bound: Constant): Value {
  const isThere = (operator === '>=' && bound === 0) || (operator === '>' && bound === -1)
  if (isThere) return test
  return operator === '<' && bound === 0 ? machine.table.test(refine(test, false), refine(test, true)) : machine.table.unknown('boolean')
}

/** What holds where two values are equal (or are not); `undefined` where that cannot be. */
export function equalityFacts(machine: Evaluator, left: Value, right: Value, equal: boolean): readonly Fact[] | undefined {
  noteChecked(machine, left)
  noteChecked(machine, right)
  if (machine.isSetup && equal) noteMessage(machine, left, right)
  const typeTest = typeofFacts(left, right, equal) ?? typeofFacts(right, left, equal)
  if (typeTest) return typeTest
  if (right.op === 'constant') return refineEquals(left, right.constant, equal)
  if (left.op === 'constant') return refineEquals(right, left.constant, equal)
  if (!equal) return []
  // Equal to something that comes from no source: as good as that.
  const bare = bareName(left, right) ?? bareName(right, left)
  if (bare) return [{ value: bare, clears: kindSet(['path']), states: 0 }]
  const facts: Fact[] = []
  const known = machine.state.facts
  if (!comesFromSource(machine, right, known)) facts.push({ value: left, clears: ALL_KINDS, states: 0 })
  if (!comesFromSource(machine, left, known)) facts.push({ value: right, clears: ALL_KINDS, states: 0 })
  return facts.flatMap(impliedFacts)
}

/** A name that equals its own base name has no folder in it. */
function bareName(left: Value, right: Value): Value | undefined {
  return left.op === 'derived' && left.name === 'basename' && left.inputs[0] === right ? right : undefined
}

/** A look at one of several is a look at each of them: `mode || 'auto'`. */
function noteChecked(machine: Evaluator, value: Value): void {
  machine.checked.add(value.id)
  if (value.op === 'choice') for (const item of value.alternatives) noteChecked(machine, item.value)
}

const HARMLESS_TYPES: ReadonlySet<Constant> = new Set(['number', 'boolean', 'undefined', 'bigint'])

/** `typeof x === 'number'`: numbers and booleans do no harm; a type test of any kind counts as a look at the value. */
function typeofFacts(left: Value, right: Value, equal: boolean): readonly Fact[] | undefined {
  if (left.op !== 'derived' || left.name !== 'typeof' || right.op !== 'constant') return undefined
  const [value] = left.inputs
  if (!value) return undefined
  const harmless = HARMLESS_TYPES.has(right.constant)
  if (equal && harmless) return impliedFacts({ value, clears: ALL_KINDS, states: ALL_KINDS })
  // Lists of arguments take texts alone.
  return !equal && right.constant === 'string' ? impliedFacts({ value, clears: kindSet(['argument']), states: NO_DASH }) : []
}

export function evaluateUnary(machine: Evaluator, expression: Expression & { op: 'unary' }, frame: Frame): Value {
  const { table } = machine
  const operand = evaluate(machine, expression.operand, frame)
  switch (expression.operator) {
    case '!': {
      const [no, yes] = [refine(operand, true), refine(operand, false)]
      return yes && no ? table.test(yes, no) : table.constant(yes !== undefined)
    }
    case 'typeof':
      noteChecked(machine, operand)
      return typeofValue(machine, operand)
    case 'void':
    case 'delete':
      return machine.nothing
    case '-':
      return operand.op === 'constant' && typeof operand.constant === 'number' ? table.constant(-operand.constant) : table.unknown('number')
    default:
      return table.unknown('number')
  }
}

function typeofValue(machine: Evaluator, operand: Value): Value {
  if (operand.op === 'constant') {
    const type: Constant = operand.constant === null ? 'object' : typeof operand.constant
    return machine.table.constant(type)
  }
  if (operand.op === 'closure' || operand.op === 'class') return machine.table.constant('function')
  if (operand.op === 'object') return machine.table.constant('object')
  if (operand.op === 'text') return machine.table.constant('string')
  return machine.table.derived('typeof', [operand], ALL_KINDS)
}

