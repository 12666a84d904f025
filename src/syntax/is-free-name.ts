import type { Scope, SourceCode } from 'eslint'
import type { Node } from 'estree'

/** Whether a variable of that name can be declared in the scope of a node: it neither clashes nor captures a use. */
export function isFreeName(sourceCode: SourceCode, name: string, at: Node): boolean {
  let scope: Scope.Scope | null = sourceCode.getScope(at)
  if (mentions(scope, name)) return false
  // A `var` of the same function may stand in the very block.
  while (scope && scope.type !== 'function' && scope.type !== 'module' && scope.type !== 'global') scope = scope.upper
  return !scope?.set.get(name)?.defs.length
}

function mentions(scope: Scope.Scope, name: string): boolean {
  if (scope.set.get(name)?.defs.length || scope.references.some((item) => item.identifier.name === name)) return true
  return scope.childScopes.some((child) => mentionsOuter(child, name))
}

function mentionsOuter(scope: Scope.Scope, name: string): boolean {
  return scope.through.some((item) => item.identifier.name === name)
}
