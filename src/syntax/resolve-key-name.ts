import type { TSESTree } from '@typescript-eslint/types'
import type { Node } from 'estree'

/** The name in `a.name`, `a['name']`, `{ name: … }` or `#name`; `undefined` where it is computed. */
export function resolveKeyName(key: Node | TSESTree.Node, computed: boolean): string | undefined {
  if (key.type === 'Identifier') return computed ? undefined : key.name
  if (key.type === 'PrivateIdentifier') return `#${key.name}`
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined
}
