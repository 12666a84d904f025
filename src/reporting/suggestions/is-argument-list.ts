import type { SourceCode } from 'eslint'
import type { Identifier, Node } from 'estree'
import { getParent } from '../../syntax/get-parent.ts'
import { resolveInitialiser } from '../../syntax/resolve-initialiser.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'
import { resolveWordForm } from './resolve-word-form.ts'

/** Calls that only choose or cut: what they return was not dressed for a shell. */
const PLAIN_ORIGIN = new Set(['split', 'slice', 'filter', 'concat', 'parse', 'from'])

/**
 * Whether every element of a list is one bare argument, as far as the file shows: elements of a literal, of later
 * `push` and `unshift`, and nothing that quotes. A list from elsewhere, such as a parameter, is taken at
 * its word.
 */
export function isArgumentList(sourceCode: SourceCode, node: Node): boolean {
  const list = stripCasts(node)
  if (list.type === 'ArrayExpression') {
    return list.elements.every((element) => element && isElement(sourceCode, element))
  }
  if (list.type === 'MemberExpression') return true
  if (list.type !== 'Identifier') return false
  const variable = resolveVariable(sourceCode, list.name, list)
  const [definition] = variable?.defs ?? []
  if (!variable || definition?.type === 'Parameter') return variable !== undefined && isUnwritten(variable.references)
  if (definition?.type !== 'Variable' || !isUnwritten(variable.references)) return false
  if (definition.node.id.type !== 'Identifier') return true
  const init = resolveInitialiser(variable)?.init
  if (!init || !isOrigin(sourceCode, init)) return false
  return variable.references.every((reference) => isHarmlessUse(sourceCode, reference.identifier as Identifier))
}

function isUnwritten(references: readonly { isWrite(): boolean; init?: boolean }[]): boolean {
  return references.every((reference) => !reference.isWrite() || reference.init === true)
}

function isOrigin(sourceCode: SourceCode, init: Node): boolean {
  const value = stripCasts(init)
  if (value.type === 'ArrayExpression') return isArgumentList(sourceCode, value)
  if (value.type === 'MemberExpression') return true
  if (value.type !== 'CallExpression' || value.callee.type !== 'MemberExpression') return false
  return value.callee.property.type === 'Identifier' && PLAIN_ORIGIN.has(value.callee.property.name)
}

function isHarmlessUse(sourceCode: SourceCode, use: Identifier): boolean {
  const member = getParent(use)
  if (member?.type !== 'MemberExpression' || member.object !== use) return true
  const call = getParent(member)
  if (call?.type === 'AssignmentExpression' && call.left === member) return false
  if (call?.type !== 'CallExpression' || call.callee !== member || member.property.type !== 'Identifier') return true
  if (!['push', 'unshift', 'splice', 'fill'].includes(member.property.name)) return true
  if (member.property.name !== 'push' && member.property.name !== 'unshift') return false
  return call.arguments.every((argument) => isElement(sourceCode, argument))
}

function isElement(sourceCode: SourceCode, element: Node): boolean {
  if (element.type === 'SpreadElement') return isArgumentList(sourceCode, element.argument)
  return resolveWordForm(sourceCode, element) === 'one'
}
