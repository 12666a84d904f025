import type { CallView, Guard } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'

const RESOLVED: ReadonlySet<string> = new Set(['resolve', 'realpath', 'join', 'normalize'])
const CARRYING: ReadonlySet<string> = new Set([
  'toLowerCase', 'toUpperCase', 'toLocaleLowerCase', 'replace', 'respelled', 'to-string',
])

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
  return ways.some((way) => hasResolvedForm(call, way))
    && ways.every((way) => hasResolvedForm(call, way) || !call.comesFromSource(way))
}

/** Resolved, or that with its case folded or its separators rewritten. */
function hasResolvedForm(call: CallView, way: Value): boolean {
  if (way.op !== 'derived') return false
  const [only] = way.inputs
  return RESOLVED.has(way.name) || (CARRYING.has(way.name) && only !== undefined && isResolved(call, only))
}

/** A folder that no source chose; `/` and the like are no folder to stay in. */
function isRoot(call: CallView, root: Value): boolean {
  const constant = call.constant(root)
  if (constant) return typeof constant.value === 'string' && isFolder(constant.value)
  return !call.comesFromSource(root)
}

function isFolder(text: string): boolean {
  return /[\w~].*[\w.-]|^[\w-]{2,}/su.test(text) && !text.startsWith('..')
}
