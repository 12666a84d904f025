import type { CallView, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'

type Read = (object: Value, key: string | undefined) => RegistrationDraft | undefined

/**
 * What the object literals in a table, in a list, or in what a function gives define, also where a helper such as
 * `createTool({ … })` wraps them. One entry is one registration, whichever of several objects it may be: it then has a
 * handler of each.
 */
export function readTable(view: CallView, table: Value, read: Read, depth = 0): readonly RegistrationDraft[] {
  if (depth > 3) return []
  if (view.isFunction(table)) return readTable(view, view.call(table, []), read, depth + 1)
  const items = view.elements(table)
  if (items) return items.flatMap((item) => readEntry(view, item, (object) => read(object, undefined)))
  return (view.keys(table) ?? []).flatMap((key) => readEntry(view, view.property(table, key), (object) => read(object, key)))
}

function readEntry(view: CallView, entry: Value, read: (object: Value) => RegistrationDraft | undefined): RegistrationDraft[] {
  const drafts = definitionsIn(view, entry).flatMap((object) => read(object) ?? [])
  const [first] = drafts
  return first ? [{ ...first, handlers: drafts.flatMap((draft) => draft.handlers) }] : []
}

/** The object literal that a value is or was made from, whichever of its alternatives it is. */
export function definitionsIn(view: CallView, value: Value): readonly Value[] {
  return view.alternatives(value).flatMap((item) => {
    if (view.keys(item) !== undefined) return [item]
    const inner = item.op === 'extern' ? item.args?.find((argument) => view.keys(argument) !== undefined) : undefined
    return inner ? [inner] : []
  })
}
