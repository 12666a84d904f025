import type { CallView, Guard } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { describeRegexLanguage, describeRejection } from '../../syntax/regex-language.ts'
import { kindsClearedBy } from '../metacharacters.ts'

/** `/^\.\.(?:[\\/]|$)/.test(path.relative(root, p))`: a way that does not begin with `..` does not climb. */
export const climbingPattern: Guard = {
  name: 'climbing-pattern',
  methods: ['test'],
  prove: (call) => {
    const { receiver } = call
    const way = call.arg(0)
    const isClimb = receiver?.op === 'regex' && /^\^(?:\(\?:)?\\\.(?:\\\.|\{2\})/u.test(receiver.source)
    const isWay = way.op === 'derived' && way.name === 'relative'
    return isClimb && isWay ? call.proves([], [{ value: way, clears: ['path'] }]) : undefined
  },
}

/** `/^[\w-]+$/.test(x)`: what the pattern admits, and what it does not when the test fails. */
export const patternTest: Guard = {
  name: 'pattern-test',
  methods: ['test', 'exec'],
  prove: (call) => (call.receiver ? tested(call, call.receiver, call.arg(0)) : undefined),
}

/** `x.match(/^…$/)` in a condition. */
export const patternMatch: Guard = {
  name: 'pattern-match',
  methods: ['match', 'search'],
  prove: (call) => (call.receiver && call.arg(0).op === 'regex' ? tested(call, call.arg(0), call.receiver) : undefined),
}

function tested(call: CallView, pattern: Value, value: Value): Value | undefined {
  if (pattern.op !== 'regex') return undefined
  const accepted = describeRegexLanguage(pattern.source, pattern.flags)
  const rejected = describeRejection(pattern.source, pattern.flags)
  const test = call.proves(
    accepted ? [{ value, clears: kindsClearedBy(accepted) }] : [],
    rejected ? [{ value, clears: kindsClearedBy(rejected) }] : [],
  )
  return test
}

/** `Number.isInteger(x)` and its kin are only true of numbers. */
export const numberTest: Guard = {
  name: 'number-test',
  paths: ['global:Number.isInteger', 'global:Number.isFinite', 'global:Number.isSafeInteger'],
  prove: (call) => call.proves([{ value: call.arg(0), clears: 'all' }]),
}
