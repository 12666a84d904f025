import type { CallView, MethodRow } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/** Known elements are passed to a callback one by one up to this many. */
const MAX_SEPARATE_CALLS = 40

/** Methods of arrays; on anything that is not an object of the code's own they take it for a list. */
export const arrayMethods: readonly MethodRow[] = [
  { names: ['push', 'unshift'], on: 'array', returns: (call) => put(call, call.args) },
  { names: ['map', 'flatMap'], on: 'array', returns: map },
  { names: ['forEach'], on: 'array', returns: (call) => discard(call, map(call)) },
  { names: ['filter'], on: 'array', returns: filter },
  { names: ['find', 'findLast'], on: 'array', returns: find },
  { names: ['some'], on: 'array', returns: some },
  { names: ['every'], on: 'array', returns: (call) => oneOfResults(call) },
  { names: ['reduce', 'reduceRight'], on: 'array', returns: reduce },
  { names: ['join'], on: 'array', returns: join },
  { names: ['concat', 'toSpliced', 'with'], on: 'list', returns: concat },
  {
    names: ['slice', 'sort', 'reverse', 'toSorted', 'toReversed', 'flat', 'values', 'fill', 'copyWithin'],
    on: 'list', returns: sameElements,
  },
  { names: ['pop', 'shift', 'at'], on: 'list', returns: (call) => call.receiver && call.element(call.receiver) },
  {
    names: ['next'], on: 'list',
    returns: (call) => call.receiver && call.object({ value: call.element(call.receiver), done: call.unknown('done') }),
  },
  { names: ['splice'], on: 'list', returns: splice },
  {
    names: ['entries'], on: 'list',
    returns: (call) => call.receiver && call.array(undefined, [call.array([call.unknown('index'), call.element(call.receiver)])]),
  },
  { names: ['keys', 'findIndex', 'indexOf', 'lastIndexOf', 'findLastIndex'], on: 'list', returns: (call) => call.unknown('index') },
]

function isList(call: CallView): boolean {
  return call.isFunction(call.arg(0))
}

/** The elements to call back with: one by one where they can be told apart, otherwise one for all. */
function operands(call: CallView, receiver: Value): readonly Value[] {
  const known = call.elements(receiver)
  return known && known.length <= MAX_SEPARATE_CALLS ? known : call.candidates(receiver)
}

function map(call: CallView): Value | undefined {
  const { receiver } = call
  if (!receiver || !isList(call)) return undefined
  const known = call.elements(receiver)
  const items = operands(call, receiver)
  const results = items.map((item, index) =>
    call.call(call.arg(0), [item, known ? call.constantOf(index) : call.unknown('index'), receiver]))
  return known && known.length <= MAX_SEPARATE_CALLS ? call.array(results) : call.array(undefined, results)
}

function discard(call: CallView, result: Value | undefined): Value | undefined {
  return result && call.constantOf(undefined)
}

function filter(call: CallView): Value | undefined {
  const { receiver } = call
  if (!receiver) return undefined
  if (!isList(call)) return call.array(undefined, call.candidates(receiver))
  return call.array(undefined, operands(call, receiver).map((item) => call.accepted(call.arg(0), item)))
}

function find(call: CallView): Value | undefined {
  const found = filter(call)
  return found && call.oneOf([call.element(found), call.constantOf(undefined)])
}

function oneOfResults(call: CallView): Value | undefined {
  const { receiver } = call
  if (!receiver || !isList(call)) return undefined
  return call.oneOf(operands(call, receiver).map((item) => call.call(call.arg(0), [item])))
}

/** That one element passes says nothing of the others; that none does says it of each. */
function some(call: CallView): Value | undefined {
  const { receiver } = call
  const result = oneOfResults(call)
  return result && receiver && call.comesFromSource(receiver) ? call.oneSided(result, false) : result
}

function reduce(call: CallView): Value | undefined {
  const { receiver } = call
  if (!receiver || !isList(call)) return undefined
  let total = call.args.length > 1 ? call.arg(1) : call.element(receiver)
  const first = total
  for (const item of operands(call, receiver)) total = call.call(call.arg(0), [total, item, call.unknown('index'), receiver])
  return call.elements(receiver) ? total : call.oneOf([first, total])
}

function join(call: CallView): Value | undefined {
  const { receiver } = call
  if (!receiver) return undefined
  const known = call.elements(receiver)
  const separator = call.args.length > 0 ? call.arg(0) : call.constantOf(',')
  if (!known) return call.text([call.constantOf(''), call.element(receiver), separator, call.element(receiver)])
  return call.text([call.constantOf(''), ...known.flatMap((item, index) => (index === 0 ? [item] : [separator, item]))])
}

function concat(call: CallView): Value | undefined {
  const { receiver } = call
  if (!receiver) return undefined
  const own = call.elements(receiver)
  const parts = call.args.map((item) => call.elements(item))
  if (own && parts.every((item) => item !== undefined)) return call.array([...own, ...parts.flatMap((item) => item ?? [])])
  return call.array(undefined, [receiver, ...call.args].flatMap((item) => call.candidates(item)))
}

function sameElements(call: CallView): Value | undefined {
  const { receiver } = call
  if (!receiver) return undefined
  const known = call.elements(receiver)
  const from = call.constant(call.arg(0))?.value
  if (known && call.args.length === 1 && typeof from === 'number') return call.array(known.slice(from))
  return known && call.args.length === 0 ? call.array(known) : call.array(undefined, call.candidates(receiver))
}

function splice(call: CallView): Value | undefined {
  if (!call.receiver) return undefined
  put(call, call.args.slice(2))
  return call.array(undefined, [call.element(call.receiver)])
}

function put(call: CallView, values: readonly Value[]): Value | undefined {
  if (!call.receiver || call.receiver.op !== 'object') return undefined
  call.store(call.receiver, values)
  return call.unknown('length')
}
