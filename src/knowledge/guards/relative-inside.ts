import type { Guard } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'

/**
 * `path.relative(root, p)` that does not start with `..`. On Windows it may also be an absolute path of another drive;
 * that `path.isAbsolute` was not asked is not reported.
 */
export const relativeInside: Guard = {
  name: 'relative-inside',
  methods: ['startsWith'],
  prove: (call) => {
    const { receiver } = call
    const [first] = call.parts(call.arg(0))
    const prefix = first && call.constant(first)?.value
    const climbs = typeof prefix === 'string' && prefix.startsWith('..')
    return receiver && isWay(receiver) && climbs ? call.proves([], [{ value: receiver, clears: ['path'] }]) : undefined
  },
}

function isWay(value: Value): boolean {
  return value.op === 'derived' && value.name === 'relative'
}
