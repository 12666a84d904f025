import type { CallView, Guard, Proof } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'

/** `p.includes('..')`: without it a relative path stays below what it is joined to. Alone it proves nothing. */
export const noDotDot: Guard = {
  name: 'no-dot-dot',
  methods: ['includes', 'indexOf'],
  prove: (call) => {
    const { receiver } = call
    if (!receiver || !mayBePath(receiver)) return undefined
    switch (writtenText(call, call.arg(0))) {
      case '..':
      case '../':
        return call.proves([], [without(call, receiver, 'no-dot-dot')])
      case '/':
        return call.proves([], [without(call, receiver, 'not-absolute')])
      case '-':
      case '--':
        return call.proves([], [{ value: receiver, clears: ['argument'] }])
      default:
        return undefined
    }
  },
}

/** `p.startsWith('/')`. A leading `..` tells of the whole path only where it was normalized: `a/../../b` has none. */
export const noLeading: Guard = {
  name: 'no-leading',
  methods: ['startsWith'],
  prove: (call) => {
    const { receiver } = call
    if (!receiver || !mayBePath(receiver)) return undefined
    switch (writtenText(call, call.arg(0))) {
      case '..':
      case '../':
        return receiver.op === 'derived' && receiver.name === 'normalize'
          ? call.proves([], [without(call, receiver, 'no-dot-dot')]) : undefined
      case '/':
        return call.proves([], [without(call, receiver, 'not-absolute')])
      case '-':
      case '--':
        return call.proves([], [{ value: receiver, clears: ['argument'] }])
      default:
        return undefined
    }
  },
}

/** `p.split('/').includes('..')` and the same asked with `some` and `every`: no segment climbs. */
export const noDotDotSegment: Guard = {
  name: 'no-dot-dot-segment',
  methods: ['includes', 'some', 'every'],
  prove: (call) => {
    const { receiver } = call
    if (receiver?.op !== 'object' || receiver.kind !== 'array') return undefined
    const element = call.element(receiver)
    const [path] = element.op === 'derived' && element.name === 'split' ? element.inputs : []
    if (!path) return undefined
    const proof = [without(call, path, 'no-dot-dot')]
    if (call.constant(call.arg(0))?.value === '..') return call.proves([], proof)
    if (!call.isFunction(call.arg(0))) return undefined
    const answer = outcome(call.call(call.arg(0), [call.constantOf('..')]))
    if (answer === undefined) return undefined
    return answer ? call.proves([], proof) : call.proves(proof)
  },
}

/** `path.isAbsolute(p)`: what is not may still climb. */
export const notAbsolute: Guard = {
  name: 'not-absolute',
  paths: ['path:isAbsolute', 'path:posix.isAbsolute', 'path:win32.isAbsolute'],
  prove: (call) => call.proves([], [without(call, call.arg(0), 'not-absolute')]),
}

/** Both states together prove a path; the way from a root to a path is inside as soon as it does not climb. */
function without(call: CallView, value: Value, state: 'no-dot-dot' | 'not-absolute'): Proof {
  const isWay = value.op === 'derived' && value.name === 'relative' && state === 'no-dot-dot'
  const other = state === 'no-dot-dot' ? 'not-absolute' : 'no-dot-dot'
  return { value, states: [state], ...(isWay || call.has(value, other) ? { clears: ['path'] as const } : {}) }
}

function mayBePath(value: Value): boolean {
  return value.op !== 'object' && value.op !== 'constant' && value.op !== 'extern'
}

/** The text that is looked for; `path.sep` is read as `/`. */
function writtenText(call: CallView, value: Value): string | undefined {
  const parts = call.parts(value).map((part) => {
    if (part.op === 'extern' && part.module === 'path' && /(?:^|\.)sep$/u.test(part.path)) return '/'
    return call.constant(part)?.value
  })
  return parts.every((part) => typeof part === 'string') ? parts.join('') : undefined
}

/** What a condition comes to, where it can only be one. */
function outcome(value: Value): boolean | undefined {
  if (value.op === 'constant') return Boolean(value.constant)
  if (value.op !== 'test' || (value.whenTrue && value.whenFalse)) return undefined
  return value.whenTrue !== undefined
}
