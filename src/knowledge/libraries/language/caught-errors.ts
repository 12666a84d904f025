import type { Library } from '../../../engine/rows.ts'

/** What a caught error tells: its own text, or that of the library, the driver or the service behind it. */
const TEXTS = /^error(?:\.(?:message|cause|cause\.message|toString\(\)|reason|errors|response\.data(?:\..*)?|sqlMessage|detail))?$/u
/** What clients of HTTP keep of the request that failed, its headers among it. */
const REQUEST = /^error\.(?:response\.)?config(?:\.headers)?$/u
const STACK = /^error\.(?:cause\.)?stack$/u

/** Errors that the package did not make, as `catch` receives them. */
export const caughtErrors: Library = {
  modules: ['caught'],
  holds: (path) => {
    if (STACK.test(path)) return { kind: 'stack', name: 'stack' }
    if (REQUEST.test(path)) return { kind: 'credential', name: 'the headers of the failed request' }
    return TEXTS.test(path) ? { kind: 'error', name: path === 'error' ? 'error' : path.replace(/^error\./u, '') } : undefined
  },
}
