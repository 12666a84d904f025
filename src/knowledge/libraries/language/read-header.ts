import type { Value } from '../../../engine/flow/values.ts'
import type { CallView } from '../../../engine/rows.ts'

/** What a method that is given the name of a header gives: the member of `headers` of that name, below the path of the request. */
export function readHeader(call: CallView, module: string, request: string): Value {
  const name = call.constant(call.arg(0))?.value
  if (typeof name === 'string') return call.extern(module, `${request}.headers.${name.toLowerCase()}`)
  return call.args.length === 0 ? call.extern(module, `${request}.headers`) : call.unknown('header')
}
