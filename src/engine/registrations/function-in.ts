import type { Value } from '../flow/values.ts'

/** The function in what an external wrapper was given: `withTelemetry(async (args) => …)`. */
export function functionIn(handler: Value): Value {
  if (handler.op !== 'extern') return handler
  const inner = handler.args?.map(functionIn).find((item) => item.op === 'closure' || item.op === 'choice')
  return inner ?? handler
}
