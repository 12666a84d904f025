import type { TSESTree } from '@typescript-eslint/types'
import type { FileLowering, Node } from './lower-file.ts'
import { rangeOf } from './lower-file.ts'
import type { Pattern, PatternProperty } from './ir.ts'
import { keyName, lowerExpression } from './lower-expression.ts'

const NOWHERE: Pattern = { op: 'target', expression: { op: 'constant', value: undefined } }

export function lowerPattern(lowering: FileLowering, node: Node): Pattern {
  switch (node.type) {
    case 'Identifier': {
      const id = lowering.variable(node)
      return id === undefined ? NOWHERE : { op: 'variable', id, at: rangeOf(node) }
    }
    case 'AssignmentPattern':
      return { op: 'default', pattern: lowerPattern(lowering, node.left), value: lowerExpression(lowering, node.right) }
    case 'ObjectPattern':
      return lowerObjectPattern(lowering, node)
    case 'ArrayPattern': {
      const last = node.elements.at(-1)
      const rest = last?.type === 'RestElement' ? lowerPattern(lowering, last.argument) : undefined
      const elements = (rest ? node.elements.slice(0, -1) : node.elements)
        .map((element) => (element ? lowerPattern(lowering, element) : null))
      return { op: 'array', elements, ...(rest ? { rest } : {}), at: rangeOf(node) }
    }
    case 'RestElement':
      return lowerPattern(lowering, node.argument)
    case 'TSParameterProperty':
      return lowerPattern(lowering, node.parameter)
    case 'MemberExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return { op: 'target', expression: lowerExpression(lowering, node) }
    default:
      return NOWHERE
  }
}

function lowerObjectPattern(lowering: FileLowering, node: TSESTree.ObjectPattern): Pattern {
  const properties: PatternProperty[] = []
  let rest: Pattern | undefined
  for (const property of node.properties) {
    if (property.type === 'RestElement') {
      rest = lowerPattern(lowering, property.argument)
      continue
    }
    const name = keyName(property)
    properties.push({
      key: name ?? lowerExpression(lowering, property.key),
      pattern: lowerPattern(lowering, property.value),
      at: rangeOf(property),
    })
  }
  return { op: 'object', properties, ...(rest ? { rest } : {}), at: rangeOf(node) }
}
