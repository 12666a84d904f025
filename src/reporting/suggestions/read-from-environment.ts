import type { TSESTree } from '@typescript-eslint/types'
import type { Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'
import { resolveKeyName } from '../../syntax/resolve-key-name.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { unwrap } from '../../syntax/unwrap.ts'
import { stopWithout } from './stop-without.ts'

/** A literal that is to come from the environment instead. */
export interface EnvironmentTarget {
  readonly sourceCode: SourceCode
  readonly literal: Node
  /** The environment variable to read. */
  readonly variable: string
  /** Constant text that stays in front of the value, such as `Bearer `. */
  readonly before: string
}

export interface EnvironmentEdit {
  /** Whether the literal was the fallback of an environment variable, which is read already. */
  readonly isFallback: boolean
  readonly fix: Rule.ReportFixer
}

/**
 * Reads `process.env.NAME` in the place of a literal. Where the variable is not set, and where the literal was the fallback of
 * one, the code throws: what is compared with a missing token would be equal to a missing one. Offers nothing where the
 * literal is not a whole value, where `process` means something else, or where the variable would be read in order to set it.
 */
export function readFromEnvironment(target: EnvironmentTarget): EnvironmentEdit | undefined {
  const { sourceCode, literal, variable, before } = target
  // Rules see ESTree's nodes; the parents that only TypeScript has are told apart under TSESTree's types.
  const node = literal as unknown as TSESTree.Node
  const parent = node.parent
  const stated = parent?.type === 'LogicalExpression' && parent.right === node ? resolveEnvironmentName(parent) : undefined
  if (stated !== undefined) {
    return { isFallback: true, fix: (fixer) => fixer.replaceText(literal, stopWithout(sourceCode, stated)) }
  }
  if (!parent || !isWholeValue(parent, node) || isSetOnEnvironment(parent) || !meansNodeProcess(sourceCode, literal)) {
    return undefined
  }
  const read = `process.env.${variable} || ${stopWithout(sourceCode, variable)}`
  const value = parent.type === 'LogicalExpression' ? `(${read})` : read
  const text = before === '' ? value : `\`${before}\${${read}}\``
  return { isFallback: false, fix: (fixer) => fixer.replaceText(literal, text) }
}

/** The environment variable, the last of several, behind which an operand is the fallback. */
function resolveEnvironmentName({ operator, left }: TSESTree.LogicalExpression): string | undefined {
  const reference = unwrap(left.type === 'LogicalExpression' ? left.right : left)
  if (operator === '&&' || reference.type !== 'MemberExpression' || !isEnvironment(reference.object)) return undefined
  return resolveKeyName(reference.property, reference.computed)
}

/** `process.env.NAME`, `import.meta.env.NAME`, `env.NAME`. */
function isEnvironmentMember(reference: TSESTree.Node): boolean {
  const node = unwrap(reference)
  return node.type === 'MemberExpression' && isEnvironment(node.object)
}

function isEnvironment(node: TSESTree.Node): boolean {
  const name = node.type === 'MemberExpression' && !node.computed ? node.property : node
  return name.type === 'Identifier' && name.name === 'env'
}

function isWholeValue(parent: TSESTree.Node, node: TSESTree.Node): boolean {
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.init === node
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'LogicalExpression':
      return parent.right === node
    case 'Property':
    case 'PropertyDefinition':
      return parent.value === node
    case 'ConditionalExpression':
      return parent.test !== node
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node
    case 'ArrowFunctionExpression':
    case 'ReturnStatement':
    case 'ArrayExpression':
      return true
    default:
      return false
  }
}

function isSetOnEnvironment(parent: TSESTree.Node): boolean {
  if (parent.type === 'AssignmentExpression') return isEnvironmentMember(parent.left)
  if (parent.type !== 'AssignmentPattern') return false
  const declarator = parent.parent.parent?.parent
  return declarator?.type === 'VariableDeclarator' && declarator.init !== null && isEnvironment(declarator.init)
}

function meansNodeProcess(sourceCode: SourceCode, at: Node): boolean {
  const definitions = resolveVariable(sourceCode, 'process', at)?.defs ?? []
  return definitions.every(
    ({ type, parent }) => type === 'ImportBinding' && /^(?:node:)?process$/.test(String(parent.source.value)),
  )
}
