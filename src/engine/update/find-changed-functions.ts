import type { FileFacts } from '../facts/ir.ts'

/**
 * The functions of a file whose code another version of it changes, by their ids, where that is all that it changes;
 * `undefined` where more does: names, imports, classes, functions that come or go, or variables of functions that are
 * `kept` as they ran.
 */
export function findChangedFunctions(before: FileFacts, after: FileFacts, isKept: (id: number) => boolean): readonly number[] | undefined {
  const { path, functions, classes, exports, modules, mayRegister } = after
  const isAlike = path === before.path && mayRegister === before.mayRegister && functions.length === before.functions.length
    && isSameCode(before.modules, modules) && isSameCode(before.classes, classes) && isSameCode(before.exports, exports)
    && isSameCode(keptVariables(before, isKept), keptVariables(after, isKept))
  if (!isAlike) return undefined
  return functions.flatMap((item, id) => (isSameCode(before.functions[id], item) ? [] : [id]))
}

/** The variables of some functions with their ids. That a module's own is used inside a function changes nothing. */
function keptVariables({ variables }: FileFacts, isKept: (id: number) => boolean): unknown {
  return variables.flatMap((variable, id) => (
    isKept(variable.owner) ? [{ id, ...variable, isCaptured: variable.owner === 0 || variable.isCaptured === true }] : []))
}

/** Whether two parts of the facts say the same, wherever in the text they say it. */
function isSameCode(before: unknown, after: unknown): boolean {
  if (before === after) return true
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return Object.is(before, after)
  if (Array.isArray(before)) {
    return Array.isArray(after) && before.length === after.length && before.every((item, index) => isSameCode(item, after[index]))
  }
  const [left, right] = [before as Record<string, unknown>, after as Record<string, unknown>] // neither is an array
  const names = Object.keys(left)
  return names.length === Object.keys(right).length
    && names.every((name) => name === 'at' || (Object.hasOwn(right, name) && isSameCode(left[name], right[name])))
}
