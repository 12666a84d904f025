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

/** By an object of results, the file of which it is known to name no place: it need not be gone through again while that is edited. */
const untouched = new WeakMap<object, string>()

/**
 * Results with the places that they name in an edited file moved to where they are now; `undefined` where one is no more.
 * What names none stays the same object. `isKept` tells what is shared and moved by its owner.
 */
export function movePlaces<Result>(
  result: Result, facts: FileFacts, edit: TextEdit, isKept: (value: object) => boolean,
): Result | undefined {
  const { path } = facts
  const move = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || untouched.get(value) === path || isKept(value)) return value
    // The lists and tables of a log may still grow, so that these are gone through each time; what is in them does not change.
    if (Array.isArray(value)) return sameOr(value, value.map(move))
    if (value instanceof Map) {
      const items = [...value]
      const moved = items.map(([key, item]) => [key, move(item)] as const)
      return moved.every(([, item], index) => item === items[index]?.[1]) ? value : new Map(moved)
    }
    const isHere = isPlaced(value) && value.file === path
    const entries = Object.entries(value)
    const moved = entries.map(([name, item]): readonly [string, unknown] => {
      if (!isHere || !(PLACES.has(name) || name === 'line')) return [name, move(item)]
      const at = edit.move(name === 'line' ? value.at : item as Range)
      if (!at) throw new PlaceLost()
      return [name, name === 'line' ? lineOf(facts, at[0]) : at]
    })
    if (isHere || moved.some(([, item], index) => item !== entries[index]?.[1])) return Object.fromEntries(moved)
    untouched.set(value, path)
    return value
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

function sameOr(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((item, index) => item === before[index]) ? before : after
}
