import type { TSESTree } from '@typescript-eslint/types'
import { resolveKeyName } from './resolve-key-name.ts'
import { unwrap } from './unwrap.ts'

/** Methods that put their second argument under the name that is their first: `headers.set('X-Api-Key', value)`. */
const SETTERS = new Set(['set', 'append', 'setHeader', 'header', 'setItem'])

/**
 * The names that a value goes by where it stands, nearest first: what it falls back for (`process.env.TOKEN ?? value`),
 * then the variable, property, field, parameter or header that it is bound to. Empty where nothing names it.
 */
export function findBoundNames(value: TSESTree.Node): string[] {
  const names: string[] = []
  let child = value
  for (let parent = child.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type === 'LogicalExpression') {
      if (parent.operator !== '&&' && child === parent.right) names.push(...findOperandNames(parent.left))
    } else if (!passesOn(parent, child)) {
      const name = resolveTargetName(parent, child)
      return name === undefined ? names : [...names, name]
    }
  }
  return names
}

/** Whether the value of the parent can be the child's, so that what names the one names the other. */
function passesOn(parent: TSESTree.Node, child: TSESTree.Node): boolean {
  if (parent.type === 'ConditionalExpression') return child !== parent.test
  if (parent.type === 'MemberExpression') return false
  // `z.string().default(value)`, under the property that the schema describes.
  if (parent.type === 'CallExpression') return getMethodName(parent) === 'default' && parent.arguments[0] === child
  return unwrap(parent) !== parent && parent.type !== 'SequenceExpression'
}

function resolveTargetName(parent: TSESTree.Node, child: TSESTree.Node): string | undefined {
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.init === child ? resolveReferenceName(parent.id) : undefined
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return parent.right === child ? resolveReferenceName(parent.left) : undefined
    case 'Property':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return parent.value === child ? resolveKeyName(parent.key, parent.computed) : undefined
    case 'CallExpression': {
      const [name, value] = parent.arguments
      const isSetter = value === child && SETTERS.has(getMethodName(parent) ?? '')
      return isSetter && name ? resolveLiteralText(name) : undefined
    }
    default:
      return undefined
  }
}

function findOperandNames(operand: TSESTree.Node): string[] {
  const node = unwrap(operand)
  if (node.type === 'LogicalExpression') return [...findOperandNames(node.left), ...findOperandNames(node.right)]
  const name = resolveReferenceName(node)
  return name === undefined ? [] : [name]
}

function resolveReferenceName(reference: TSESTree.Node): string | undefined {
  const node = unwrap(reference)
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' ? resolveKeyName(node.property, node.computed) : undefined
}

function getMethodName(call: TSESTree.CallExpression): string | undefined {
  return resolveReferenceName(call.callee)
}

function resolveLiteralText(node: TSESTree.Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}
