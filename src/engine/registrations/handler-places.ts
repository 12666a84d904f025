import { lineOf } from '../facts/line-of.ts'
import type { Range } from '../facts/ir.ts'
import type { Value } from '../flow/values.ts'

/** A function that a server runs for a registration. */
export interface HandlerPlace {
  /** Empty for a function without a name. */
  readonly name: string
  readonly file: string
  readonly line: number
  readonly at: Range
}

/** The functions of the package that a handler can be. */
export function handlerPlaces(handler: Value): readonly HandlerPlace[] {
  if (handler.op === 'choice') return handler.alternatives.flatMap((item) => handlerPlaces(item.value))
  if (handler.op !== 'closure') return []
  const { file, facts } = handler
  return [{ name: facts.name, file: file.path, line: lineOf(file, facts.at[0]), at: facts.at }]
}
