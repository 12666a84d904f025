import { lineOf } from '../facts/line-of.ts'
import type { FileFacts, Range } from '../facts/ir.ts'
import type { TextEdit } from './text-edit.ts'

/** The names under which results hold places in the file that `file` names. */
const PLACES: ReadonlySet<string> = new Set(['at', 'callAt'])

/** Results tell of places by objects like this one. */
interface Placed {
  readonly file: string
  readonly at: Range
}

/** Thrown inside, for a place that the edit took away. */
class PlaceLost extends Error {}

/**
 * Results with the places that they name in an edited file moved to where they are now; `undefined` where one is no more.
 * `isKept` tells what is shared and moved by its owner.
 */
export function movePlaces<Result>(
  result: Result, facts: FileFacts, edit: TextEdit, isKept: (value: object) => boolean,
): Result | undefined {
  const move = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || isKept(value)) return value
    if (Array.isArray(value)) return value.map(move)
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, move(item)] as const))
    const isHere = isPlaced(value) && value.file === facts.path
    return Object.fromEntries(Object.entries(value).map(([name, item]) => {
      if (!isHere || !(PLACES.has(name) || name === 'line')) return [name, move(item)]
      const at = edit.move(name === 'line' ? value.at : item as Range)
      if (!at) throw new PlaceLost()
      return [name, name === 'line' ? lineOf(facts, at[0]) : at]
    }))
  }
  try {
    return move(result) as Result // the same shape, copied
  } catch (error) {
    if (error instanceof PlaceLost) return undefined
    throw error
  }
}

function isPlaced(value: object): value is Placed {
  return 'file' in value && typeof value.file === 'string' && 'at' in value
}
