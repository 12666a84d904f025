import type { SourceCode } from 'eslint'
import type { Node } from 'estree'
import { resolveImport } from './resolve-import.ts'
import { resolveKeyName } from './resolve-key-name.ts'
import { unwrap } from './unwrap.ts'

const PURE_METHODS = new Set(['toLowerCase', 'toUpperCase', 'trim', 'normalize', 'toString'])

/** Whether an expression can be written twice: a name, a member, text, or a path or string function of such. */
export function isRepeatable(sourceCode: SourceCode, expression: Node): boolean {
  const node = unwrap(expression)
  const isEvery = (parts: readonly Node[]): boolean => parts.every((part) => isRepeatable(sourceCode, part))
  switch (node.type) {
    case 'Identifier':
    case 'ThisExpression':
    case 'Literal':
    case 'MetaProperty':
      return true
    case 'TemplateLiteral':
      return isEvery(node.expressions)
    case 'BinaryExpression':
      return node.operator === '+' && isEvery([node.left, node.right])
    case 'MemberExpression':
      return isEvery(node.computed ? [node.object, node.property] : [node.object])
    case 'CallExpression':
      return isPure(sourceCode, node.callee) && isEvery(node.arguments)
    default:
      return false
  }
}

function isPure(sourceCode: SourceCode, callee: Node): boolean {
  const member = resolveImport(sourceCode, callee)
  if (member) return member.module.startsWith('path')
  const node = unwrap(callee)
  if (node.type !== 'MemberExpression') return false
  const method = resolveKeyName(node.property, node.computed)
  if (method === 'cwd') return node.object.type === 'Identifier' && node.object.name === 'process'
  return method !== undefined && PURE_METHODS.has(method) && isRepeatable(sourceCode, node.object)
}
