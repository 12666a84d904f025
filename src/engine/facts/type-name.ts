import type { TSESTree } from '@typescript-eslint/types'

/** The name that annotates an identifier or a field, without type arguments and `Promise`; unions are unknown. */
export function typeName(node: TSESTree.Node | undefined): string | undefined {
  const annotation = node && 'typeAnnotation' in node ? node.typeAnnotation : undefined
  if (!annotation || annotation.type !== 'TSTypeAnnotation') return undefined
  return nameOfType(annotation.typeAnnotation)
}

function nameOfType(type: TSESTree.TypeNode): string | undefined {
  if (type.type === 'TSUnionType') {
    const named = type.types.filter((item) => item.type !== 'TSNullKeyword' && item.type !== 'TSUndefinedKeyword')
    const only = named[0]
    return named.length === 1 && only ? nameOfType(only) : undefined
  }
  if (type.type !== 'TSTypeReference') return undefined
  const name = entityName(type.typeName)
  const inner = type.typeArguments?.params[0]
  return (name === 'Promise' || name === 'Readonly') && inner ? nameOfType(inner) : name
}

function entityName(name: TSESTree.EntityName): string | undefined {
  if (name.type === 'Identifier') return name.name
  if (name.type !== 'TSQualifiedName') return undefined
  const left = entityName(name.left)
  return left === undefined ? undefined : `${left}.${name.right.name}`
}
