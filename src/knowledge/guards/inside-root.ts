import type { CallView, Guard } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'

const RESOLVED: ReadonlySet<string> = new Set(['resolve', 'realpath', 'join', 'normalize'])

/**
 * `resolved.startsWith(root + sep)`: the path is inside. Without the separator the check still keeps all but siblings
 * out, and `no-prefix-path-check` reports the check itself; on a path that was not resolved it proves nothing.
 */
export const insideRoot: Guard = {
  name: 'inside-root',
  methods: ['startsWith'],
  prove: (call) => {
    const { receiver } = call
    if (!receiver || !isResolved(call, receiver) || !isRoot(call, call.arg(0))) return undefined
    return call.proves([{ value: receiver, clears: ['path'] }])
  },
}

function isResolved(call: CallView, path: Value): boolean {
  const ways = call.alternatives(path)
  return ways.some((way) => call.comesFromSource(way))
    && ways.every((way) => (way.op === 'derived' && (RESOLVED.has(way.name) || carriesResolved(call, way))) || !call.comesFromSource(way))
}

/** Case folding and the like, for file systems that ignore case. */
function carriesResolved(call: CallView, way: Value & { op: 'derived' }): boolean {
  const [only] = way.inputs
  return (way.name === 'toLowerCase' || way.name === 'replace' || way.name === 'to-string') && only !== undefined && isResolved(call, only)
}

/** A folder that no source chose; `/` and the like are no folder to stay in. */
function isRoot(call: CallView, root: Value): boolean {
  const constant = call.constant(root)
  if (constant) return typeof constant.value === 'string' && /[\w~][^]*[\w.-]|^[\w-]{2,}/u.test(constant.value) && !constant.value.startsWith('..')
  return !call.comesFromSource(root)
}
