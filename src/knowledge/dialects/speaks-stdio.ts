import type { Value } from '../../engine/flow/values.ts'
import type { CallView } from '../../engine/rows.ts'

/** Whether a server that is told its transport by this speaks over standard input and output; without a word it does. */
export function speaksStdio(call: CallView, transport: Value | undefined): 'speaks' | undefined {
  const chosen = transport ? call.alternatives(transport) : []
  return chosen.length === 0 || chosen.some((item) => isStdio(call, item)) ? 'speaks' : undefined
}

function isStdio(call: CallView, value: Value): boolean {
  const constant = call.constant(value)
  return constant !== undefined && (constant.value === 'stdio' || constant.value === undefined)
}
