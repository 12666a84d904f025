import type { Scope } from 'eslint'
import type { Expression, Identifier, VariableDeclarator } from 'estree'

type PlainDeclarator = VariableDeclarator & { readonly id: Identifier; readonly init: Expression }

/** The declarator `name = value` that alone gives a variable its value; `undefined` once anything else writes to it. */
export function resolveInitialiser(variable: Scope.Variable | undefined): PlainDeclarator | undefined {
  const [definition, ...others] = variable?.defs ?? []
  if (!variable || definition?.type !== 'Variable' || others.length > 0) return undefined
  const { node } = definition
  if (node.id.type !== 'Identifier' || !node.init) return undefined
  if (variable.references.some((reference) => reference.isWrite() && !reference.init)) return undefined
  // Both fields were just tested; a type cannot be narrowed through its property.
  return node as PlainDeclarator
}
