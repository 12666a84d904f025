import type { BinaryExpression, Expression, Node, SimpleCallExpression } from 'estree'
import { resolveKeyName } from './resolve-key-name.ts'
import { unwrap } from './unwrap.ts'

export interface PrefixCheck {
  /** The whole test, such as `text.indexOf(prefix) === 0`. */
  readonly test: Expression
  readonly text: Expression
  readonly prefix: Expression
  /** Whether the test is true where the text begins with the prefix. */
  readonly isPositive: boolean
  /** Whether the text is read with `?.`. */
  readonly isOptional: boolean
}

type Comparison = Pick<PrefixCheck, 'text' | 'prefix' | 'isOptional'>

/** The question "does this text begin with that prefix?", in the ways it is written without a regular expression. */
export function resolvePrefixCheck(node: SimpleCallExpression | BinaryExpression): PrefixCheck | undefined {
  if (node.type === 'CallExpression') {
    const called = startsWith(node)
    return called && { ...called, test: node, isPositive: true }
  }
  if (!/^[!=]==?$/.test(node.operator) || node.left.type === 'PrivateIdentifier') return undefined
  const compared = comparison(node.left, node.right) ?? comparison(node.right, node.left)
  return compared && { ...compared, test: node, isPositive: node.operator.startsWith('=') }
}

function startsWith(call: SimpleCallExpression): Comparison | undefined {
  const method = methodOf(call)
  const [prefix, position] = call.arguments
  if (method?.name !== 'startsWith' || !isExpression(prefix)) return undefined
  if (position && !isNumber(position, 0)) return undefined
  return { text: method.object, prefix, isOptional: method.isOptional }
}

function comparison(side: Expression, other: Expression): Comparison | undefined {
  const call = unwrap(side)
  const method = call.type === 'CallExpression' ? methodOf(call) : undefined
  if (call.type !== 'CallExpression' || !method) return undefined
  const { object: text, name, isOptional } = method
  const [first, second] = call.arguments
  if (name === 'indexOf' || name === 'lastIndexOf') {
    const isAtStart = name === 'indexOf' ? !second : second && isNumber(second, 0)
    return isExpression(first) && isAtStart && isNumber(other, 0) ? { text, prefix: first, isOptional } : undefined
  }
  if (!/^(?:slice|substring|substr)$/.test(name) || !first || !isNumber(first, 0) || !second) return undefined
  const length = unwrap(second)
  if (length.type !== 'MemberExpression') return undefined
  if (resolveKeyName(length.property, length.computed) !== 'length') return undefined
  return isSameName(length.object, other) ? { text, prefix: other, isOptional } : undefined
}

function methodOf(call: SimpleCallExpression): { object: Expression; name: string; isOptional: boolean } | undefined {
  const callee = unwrap(call.callee)
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined
  const name = resolveKeyName(callee.property, callee.computed)
  return name === undefined ? undefined : { object: callee.object, name, isOptional: callee.optional }
}

function isExpression(node: Node | undefined): node is Expression {
  return node !== undefined && node.type !== 'SpreadElement'
}

function isNumber(node: Node, value: number): boolean {
  return node.type === 'Literal' && node.value === value
}

function isSameName(one: Node, other: Node): boolean {
  const [a, b] = [unwrap(one), unwrap(other)]
  if (a.type === 'ThisExpression') return b.type === 'ThisExpression'
  if (a.type === 'Identifier') return b.type === 'Identifier' && a.name === b.name
  if (a.type !== 'MemberExpression' || b.type !== 'MemberExpression') return false
  const key = resolveKeyName(a.property, a.computed)
  return key !== undefined && key === resolveKeyName(b.property, b.computed) && isSameName(a.object, b.object)
}
