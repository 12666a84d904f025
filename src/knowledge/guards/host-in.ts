import type { CallView } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'

const CARRYING: ReadonlySet<string> = new Set([
  'toLowerCase', 'toUpperCase', 'trim', 'replace', 'respelled', 'slice', 'substring', 'to-string', 'split', 'match', 'part', 'address-of',
])

/**
 * The host name of a parsed address, or a name that was resolved, of which a value is a spelling, a part or the address;
 * `undefined` where it may be anything else, such as a whole address.
 */
export function hostIn(call: CallView, value: Value): Value | undefined {
  if (value.op === 'field') {
    const { base } = value
    if (base.op === 'derived' && base.name === 'parse-url') return value.name === 'hostname' || value.name === 'host' ? value : undefined
    return hostIn(call, base)
  }
  if (value.op === 'derived') {
    const [only] = value.inputs
    if (!only || !CARRYING.has(value.name)) return undefined
    return hostIn(call, only) ?? (value.name === 'address-of' ? only : undefined)
  }
  if (value.op !== 'choice') return undefined
  const [first, ...others] = call.alternatives(value).filter((item) => !call.constant(item)).map((item) => hostIn(call, item))
  return others.every((item) => item === first) ? first : undefined
}
