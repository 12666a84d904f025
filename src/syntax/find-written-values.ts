import type { Scope, SourceCode } from 'eslint'
import type { ClassBody, MemberExpression, Node } from 'estree'
import { findChildren } from './find-children.ts'
import { getParent } from './get-parent.ts'
import { resolveKeyName } from './resolve-key-name.ts'
import { resolveVariable } from './resolve-variable.ts'
import { unwrap } from './unwrap.ts'

export interface WrittenValue {
  readonly value: Node
  /** `whole`: the value itself; `element`: one element of it; `appended`: text added at the end with `+=`. */
  readonly part: 'whole' | 'element' | 'appended'
}

/** Array methods that hand every element to the first parameter of their first argument. */
const ELEMENT_CALLBACKS = new Set(['some', 'every', 'find', 'findIndex', 'findLast', 'filter', 'map', 'forEach'])

/** What a variable, or a field of the class around, may hold as far as this file writes it; empty when unknown. */
export function findWrittenValues(sourceCode: SourceCode, node: Node): WrittenValue[] {
  if (node.type === 'MemberExpression') return findFieldValues(sourceCode, node)
  if (node.type !== 'Identifier') return []
  const variable = resolveVariable(sourceCode, node.name, node)
  const [definition] = variable?.defs ?? []
  if (!variable || !definition) return []
  if (definition.type === 'Parameter') return findParameterValues(definition.node, definition.name)
  if (definition.type !== 'Variable' || definition.node.id.type !== 'Identifier') return []
  const loop = definition.parent && getParent(definition.parent)
  if (loop?.type === 'ForOfStatement' && loop.left === definition.parent) {
    return [{ value: loop.right, part: 'element' }]
  }
  return loop?.type === 'ForInStatement' ? [] : variable.references.flatMap(writtenBy)
}

function writtenBy(reference: Scope.Reference): WrittenValue[] {
  if (!reference.isWrite() || !reference.writeExpr) return []
  const assignment = getParent(reference.identifier as Node)
  const isAppended = assignment?.type === 'AssignmentExpression' && assignment.operator === '+='
  return [{ value: reference.writeExpr, part: isAppended ? 'appended' : 'whole' }]
}

function findParameterValues(fn: Node, name: Node): WrittenValue[] {
  const values: WrittenValue[] = []
  const pattern = getParent(name)
  if (pattern?.type === 'AssignmentPattern' && pattern.left === name) {
    values.push({ value: pattern.right, part: 'whole' })
  }
  const call = getParent(fn)
  if (call?.type !== 'CallExpression' || call.arguments[0] !== fn || !('params' in fn)) return values
  const callee = unwrap(call.callee)
  if (callee.type !== 'MemberExpression' || fn.params[0] !== name) return values
  const method = resolveKeyName(callee.property, callee.computed)
  if (method && ELEMENT_CALLBACKS.has(method)) values.push({ value: callee.object, part: 'element' })
  return values
}

function findFieldValues(sourceCode: SourceCode, node: MemberExpression): WrittenValue[] {
  const name = resolveKeyName(node.property, node.computed)
  if (name === undefined || unwrap(node.object).type !== 'ThisExpression') return []
  let body = getParent(node)
  while (body && body.type !== 'ClassBody') body = getParent(body)
  if (!body) return []
  const values: WrittenValue[] = []
  for (const element of body.body) {
    if (element.type !== 'PropertyDefinition' || !element.value) continue
    if (resolveKeyName(element.key, element.computed) === name) values.push({ value: element.value, part: 'whole' })
  }
  return [...values, ...findFieldAssignments(sourceCode, body, name)]
}

function findFieldAssignments(sourceCode: SourceCode, body: ClassBody, name: string): WrittenValue[] {
  const values: WrittenValue[] = []
  const pending: Node[] = [body]
  for (let node = pending.pop(); node; node = pending.pop()) {
    pending.push(...findChildren(sourceCode, node))
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') continue
    const { object, property, computed } = node.left
    if (object.type !== 'ThisExpression' || resolveKeyName(property, computed) !== name) continue
    values.push({ value: node.right, part: node.operator === '+=' ? 'appended' : 'whole' })
  }
  return values
}
