import type { SourceCode } from 'eslint'
import type { CallExpression, Identifier, Node } from 'estree'
import { getParent } from './get-parent.ts'
import { resolveDeclaredElement } from './resolve-declared-type.ts'
import { resolveInitialiser } from './resolve-initialiser.ts'
import { resolveKeyName } from './resolve-key-name.ts'
import { resolveValueType } from './resolve-value-type.ts'
import { resolveVariable } from './resolve-variable.ts'
import { stripCasts } from './strip-casts.ts'

/** Methods whose result holds what the list holds. */
const KEEPS_ELEMENTS = new Set(['slice', 'filter', 'reverse', 'toSorted'])
/** Names of names. */
const MAX_DEPTH = 8

/** Whether the file itself shows that every element of a list is a string; `false` where it does not. */
export function holdsOnlyStrings(sourceCode: SourceCode, node: Node, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false
  const declared = resolveDeclaredElement(sourceCode, node)
  if (declared !== 'unknown') return declared === 'string'
  const list = stripCasts(node)
  if (list.type === 'ArrayExpression') {
    return list.elements.every((element) => element !== null && isStringElement(sourceCode, element, depth))
  }
  if (list.type === 'CallExpression' && list.callee.type === 'MemberExpression') {
    const name = resolveKeyName(list.callee.property, list.callee.computed)
    if (name === 'split') return true
    return name !== undefined && KEEPS_ELEMENTS.has(name) && holdsOnlyStrings(sourceCode, list.callee.object, depth + 1)
  }
  if (list.type !== 'Identifier') return false
  const variable = resolveVariable(sourceCode, list.name, list)
  const init = resolveInitialiser(variable)?.init
  if (!variable || !init || !holdsOnlyStrings(sourceCode, init, depth + 1)) return false
  const added = variable.references.flatMap(({ identifier }) => addedTo(identifier as Identifier))
  return added.every((item) => isStringElement(sourceCode, item, depth))
}

function isStringElement(sourceCode: SourceCode, element: Node, depth: number): boolean {
  if (element.type === 'SpreadElement') return holdsOnlyStrings(sourceCode, element.argument, depth + 1)
  return resolveValueType(sourceCode, element) === 'string'
}

/** What `list.push(…)` and `list.unshift(…)` add. */
function addedTo(list: Identifier): CallExpression['arguments'] {
  const member = getParent(list)
  const call = member && getParent(member)
  if (member?.type !== 'MemberExpression' || member.object !== list) return []
  if (call?.type !== 'CallExpression' || call.callee !== member) return []
  return /^(?:push|unshift)$/.test(resolveKeyName(member.property, member.computed) ?? '') ? call.arguments : []
}
