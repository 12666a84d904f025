import type { Guard } from '../../engine/rows.ts'

/** `path.relative(root, p)` that does not start with `..`; on Windows it must not be absolute either, see Limits. */
export const relativeInside: Guard = {
  name: 'relative-inside',
  methods: ['startsWith'],
  prove: (call) => {
    const { receiver } = call
    const prefix = call.constant(call.arg(0))?.value
    if (receiver?.op !== 'derived' || receiver.name !== 'relative' || typeof prefix !== 'string' || !prefix.startsWith('..')) return undefined
    return call.proves([], [{ value: receiver, clears: ['path'] }])
  },
}
