import type { Guard } from '../../engine/rows.ts'

/** `p.includes('..')`: without it a relative path stays below what it is joined to. Alone it proves nothing. */
export const noDotDot: Guard = {
  name: 'no-dot-dot',
  methods: ['includes', 'startsWith', 'indexOf'],
  prove: (call) => {
    const { receiver } = call
    const text = call.constant(call.arg(0))?.value
    if (!receiver || typeof text !== 'string' || receiver.op === 'object' || !call.comesFromSource(receiver)) return undefined
    switch (text) {
      case '..':
      case '../':
        return call.proves([], [{
          value: receiver, states: ['no-dot-dot'], ...(call.has(receiver, 'not-absolute') ? { clears: ['path'] as const } : {}),
        }])
      case '/':
        return call.proves([], [{
          value: receiver, states: ['not-absolute'], ...(call.has(receiver, 'no-dot-dot') ? { clears: ['path'] as const } : {}),
        }])
      case '-':
      case '--':
        return call.proves([], [{ value: receiver, clears: ['argument'] }])
      default:
        return undefined
    }
  },
}

/** `path.isAbsolute(p)`: what is not may still climb. */
export const notAbsolute: Guard = {
  name: 'not-absolute',
  paths: ['path:isAbsolute', 'path:posix.isAbsolute', 'path:win32.isAbsolute'],
  prove: (call) => {
    const path = call.arg(0)
    return call.proves([], [{ value: path, states: ['not-absolute'], ...(call.has(path, 'no-dot-dot') ? { clears: ['path'] as const } : {}) }])
  },
}
