import type { CallView, Change } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/** Words in the name of what a program keeps for itself and nobody misses. */
const OWN = [
  'te?mp(?:dir|file|orary)?', 'caches?', 'cached', 'logs?', 'history', 'usage', 'metrics?', 'telemetry', 'audit', 'sessions?', 'locks?',
  'backups?', 'state', 'tokens?',
]
const OWN_FILES = new RegExp(`(?<![a-z])(?:${OWN.join('|')})(?![a-z])|tmp|cache`, 'iu')

/**
 * What becomes of the file that an argument names: certain only for a file that the client named, for one that gets what
 * the client sent, and for one whose path is written in the source and that is deleted. Temporary
 * files, caches and logs do not count: nobody's files are changed by them.
 */
export function fileChange(call: CallView, argument: number, change: Change, content?: number): Change | undefined {
  const path = call.arg(argument)
  if (namesOwnFile(path)) return undefined
  const isWritten = change === 'deletes' && typeof call.constant(path)?.value === 'string'
  if (isWritten || call.comesFromSource(path)) return change
  return content !== undefined && call.comesFromSource(call.arg(content)) ? change : undefined
}

function namesOwnFile(value: Value, seen = new Set<Value>()): boolean {
  if (seen.has(value)) return false
  seen.add(value)
  const any = (parts: readonly Value[]): boolean => parts.some((part) => namesOwnFile(part, seen))
  switch (value.op) {
    case 'constant':
      return typeof value.constant === 'string' && OWN_FILES.test(value.constant)
    case 'text':
      return any(value.parts)
    case 'derived':
      return any(value.inputs)
    case 'choice':
      return any(value.alternatives.map((item) => item.value))
    case 'extern':
      return OWN_FILES.test(value.path) || any(value.args ?? [])
    case 'unknown':
      // The label of several functions at once tells nothing.
      return !value.label.includes(',') && OWN_FILES.test(value.label)
    case 'field':
      return OWN_FILES.test(value.name) || namesOwnFile(value.base, seen)
    default:
      return false
  }
}
