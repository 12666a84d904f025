import type { Scope, SourceCode } from 'eslint'
import type { Node } from 'estree'

/** The variable that a name means at a node, or `undefined` for a name that no scope of the file declares. */
export function resolveVariable(sourceCode: SourceCode, name: string, at: Node): Scope.Variable | undefined {
  let scope: Scope.Scope | null = sourceCode.getScope(at)
  while (scope) {
    const variable = scope.set.get(name)
    if (variable) return variable
    scope = scope.upper
  }
  return undefined
}
