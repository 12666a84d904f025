import type { TSESTree } from '@typescript-eslint/types'
import type { Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { unwrap } from '../../syntax/unwrap.ts'

/** A literal that is to come from the environment instead. */
export interface EnvironmentTarget {
  readonly sourceCode: SourceCode
  readonly literal: Node
  /** The environment variable to read. */
  readonly variable: string
  /** Constant text that stays in front of the value, such as `Bearer `. */
  readonly before: string
}

const PLAIN = new Set(['MemberExpression', 'ChainExpression', 'TSNonNullExpression'])

export interface EnvironmentEdit {
  /** Whether a fallback behind an environment variable goes away, rather than the literal being replaced. */
  readonly dropsFallback: boolean
  readonly fix: Rule.ReportFixer
}

/**
 * Replaces a literal by `process.env.NAME`, or drops it where it is the fallback of an environment variable already.
 * Offers nothing where the literal is not a whole value, where `process` means something else, or where the variable
 * would be read in order to set it.
 */
export function readFromEnvironment(target: EnvironmentTarget): EnvironmentEdit | undefined {
  const { sourceCode, literal, variable, before } = target
  // Rules see ESTree's nodes; the parents that only TypeScript has are told apart under TSESTree's types.
  const node = literal as unknown as TSESTree.Node
  const parent = node.parent
  if (parent?.type === 'LogicalExpression' && isFallbackOfEnvironment(parent)) {
    const kept = parent.left
    // Any other operand stands in parentheses, and could mean something else without them.
    const isPlain = PLAIN.has(kept.type) || ('operator' in kept && kept.operator === parent.operator)
    if (!isPlain || parent.right !== node) return undefined
    const text = sourceCode.text.slice(...kept.range)
    return { dropsFallback: true, fix: (fixer) => fixer.replaceTextRange(parent.range, text) }
  }
  if (!parent || !isWholeValue(parent, node) || isSetOnEnvironment(parent) || !meansNodeProcess(sourceCode, literal)) {
    return undefined
  }
  const read = `process.env.${variable}`
  const text = before === '' ? read : `\`${before}\${${read}}\``
  return { dropsFallback: false, fix: (fixer) => fixer.replaceText(literal, text) }
}

function isFallbackOfEnvironment({ operator, left }: TSESTree.LogicalExpression): boolean {
  if (operator === '&&') return false
  return isEnvironmentMember(left.type === 'LogicalExpression' ? left.right : left)
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
