import type { Contents, Stored } from './state.ts'
import type { ValueTable } from './value-table.ts'
import type { Fact, Value } from './values.ts'

export function isContents(stored: Stored): stored is Contents {
  return !('op' in stored)
}

/** What a variable or an object is where several ways meet; a way on which it was not set yet says nothing of it. */
export function mergeStored(
  table: ValueTable, stored: readonly (Stored | undefined)[], facts: readonly (readonly Fact[])[],
): Stored | undefined {
  const set = stored.map((item, index) => ({ item, facts: facts[index] ?? [] })).filter((way) => way.item !== undefined)
  const first = set[0]?.item
  if (first === undefined || set.every((way) => way.item === first)) return first
  if (isContents(first)) return mergeContents(table, set.map((way) => way.item as Contents), set.map((way) => way.facts))
  return table.choice(set.map((way) => ({ value: way.item as Value, facts: way.facts })))
}

function mergeContents(table: ValueTable, all: readonly Contents[], facts: readonly (readonly Fact[])[]): Contents {
  const names = new Set(all.flatMap((contents) => [...contents.fields.keys()]))
  const fields = new Map<string, Value>()
  for (const name of names) {
    const values = all.map((contents) => contents.fields.get(name))
    fields.set(name, table.choice(values.map((value, index) => ({
      value: value ?? table.constant(undefined), facts: facts[index] ?? [],
    }))))
  }
  const lengths = new Set(all.map((contents) => contents.elements?.length))
  const [length] = lengths
  const others = [...new Set(all.flatMap((contents) => contents.others))]
  if (lengths.size === 1 && length !== undefined) {
    const elements = Array.from({ length }, (_, index) => table.choice(all.map((contents, way) => ({
      value: contents.elements?.[index] ?? table.constant(undefined), facts: facts[way] ?? [],
    }))))
    return { fields, elements, others }
  }
  const loose = all.flatMap((contents) => contents.elements ?? [])
  return { fields, others: [...new Set([...others, ...loose])] }
}
