import type { Scope } from 'eslint'
import { getParent } from './get-parent.ts'

/** Whether a variable is used at one place only, is never written to after its declaration, and is not exported. */
export function hasSingleRead(variable: Scope.Variable): boolean {
  const uses = variable.references.filter((reference) => !reference.init)
  if (uses.length !== 1 || uses[0]?.isWrite()) return false
  return variable.defs.every((definition) => {
    const declaration = definition.type === 'Variable' ? definition.parent : undefined
    return !declaration || getParent(declaration)?.type !== 'ExportNamedDeclaration'
  })
}
