import type { CallView, Change } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/** `POST` is missing on purpose: searches and GraphQL queries are posted too. */
const METHODS: ReadonlyMap<string, Change> = new Map([['PUT', 'writes'], ['PATCH', 'writes'], ['DELETE', 'deletes']])

/** What a request changes on the other side, as far as its method tells. */
export function requestChange(call: CallView, options: Value): Change | undefined {
  if (call.constant(options)) return undefined
  for (const method of call.alternatives(call.property(options, 'method'))) {
    const name = call.constant(method)?.value
    const change = typeof name === 'string' ? METHODS.get(name.toUpperCase()) : undefined
    if (change) return change
  }
  return undefined
}
