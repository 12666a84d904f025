import type { SourceCode } from 'eslint'
import type { Node, ObjectExpression, Property } from 'estree'
import { resolveInitialiser } from '../../syntax/resolve-initialiser.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'

/** The object literal that an options argument is, directly or by a constant variable. */
export function resolveOptions(sourceCode: SourceCode, node: Node): ObjectExpression | undefined {
  const value = stripCasts(node)
  if (value.type === 'ObjectExpression') return value
  if (value.type !== 'Identifier') return undefined
  const init = resolveInitialiser(resolveVariable(sourceCode, value.name, value))?.init
  const literal = init && stripCasts(init)
  return literal?.type === 'ObjectExpression' ? literal : undefined
}

/** A property by name; `'unknown'` where a spread or a computed key may set it. */
export function findOption(options: ObjectExpression, name: string): Property | 'unknown' | undefined {
  let found: Property | undefined
  for (const property of options.properties) {
    if (property.type !== 'Property' || property.computed) return 'unknown'
    const { key } = property
    if (key.type === 'Identifier' ? key.name === name : key.type === 'Literal' && key.value === name) found = property
  }
  return found
}
