import type { SchemaNode } from './schema-node.ts'

export interface SchemaField {
  /** Its names, outermost first. */
  readonly path: readonly string[]
  readonly schema: SchemaNode
}

const MAX_DEPTH = 6

/** Every property that a schema names, those of objects inside and of elements of lists included. */
export function findFields(schema: SchemaNode, path: readonly string[] = []): SchemaField[] {
  if (path.length > MAX_DEPTH) return []
  return [...schema.fields ?? []].flatMap(([name, own]) => {
    const inner = own.element ?? own
    return [{ path: [...path, name], schema: own }, ...findFields(inner, [...path, name])]
  })
}
