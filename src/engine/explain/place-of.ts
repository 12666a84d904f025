import type { FileFacts, FunctionFacts, Range } from '../facts/ir.ts'
import { lineOf } from '../facts/line-of.ts'
import type { Place } from './explanation.ts'

export function placeOf(file: FileFacts, at: Range): Place {
  const line = lineOf(file, at[0])
  return { file: file.path, line, column: at[0] - (file.lines[line - 1] ?? 0) + 1, at }
}

/** The smallest function around a range; the module itself where there is no other. */
export function functionAround(file: FileFacts, at: Range): FunctionFacts | undefined {
  let around: FunctionFacts | undefined
  for (const item of file.functions) {
    const fits = item.id === 0 || (item.at[0] <= at[0] && at[1] <= item.at[1])
    if (fits && (!around || around.id === 0 || item.at[1] - item.at[0] < around.at[1] - around.at[0])) around = item
  }
  return around
}
