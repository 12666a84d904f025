import type { SourceCode } from 'eslint'
import type { BinaryExpression, CallExpression, Identifier, Node, TemplateLiteral } from 'estree'
import { isRepeatable } from './is-repeatable.ts'
import { resolveImport } from './resolve-import.ts'
import { resolveVariable } from './resolve-variable.ts'
import { unwrap } from './unwrap.ts'

/** Aliases of constants beyond this are not written by hand; the limit ends cycles. */
const MAX_ALIASES = 5

/**
 * The source text of the directory that a joined path starts in: the leading parts that are the program's own, in
 * `path.join(ROOT, name)`, `` `${ROOT}/${name}` `` or `ROOT + '/' + name`. `undefined` where no leading part evidently
 * is, where all parts are, or where the directory is that of the process or the whole file system.
 */
export function resolvePathRoot(sourceCode: SourceCode, node: Node): string | undefined {
  const joined = unwrap(node)
  if (joined.type === 'CallExpression') return rootOfCall(sourceCode, joined)
  if (joined.type === 'TemplateLiteral') return rootOfTemplate(sourceCode, joined)
  if (joined.type === 'BinaryExpression' && joined.operator === '+') return rootOfSum(sourceCode, joined)
  return undefined
}

function rootOfCall(sourceCode: SourceCode, call: CallExpression): string | undefined {
  const member = resolveImport(sourceCode, call.callee)
  const name = member?.module === 'path' && member.path.length === 1 ? member.path[0] : undefined
  const [first] = call.arguments
  if (name === 'normalize' && first && call.arguments.length === 1) return resolvePathRoot(sourceCode, first)
  if (name !== 'join' && name !== 'resolve') return undefined
  const end = call.arguments.findIndex((argument) => !isFixed(sourceCode, argument))
  if (end < 1 || !first) return undefined
  if (end === 1) return rootOf(sourceCode, first)
  const fixed = call.arguments.slice(0, end).map((argument) => sourceCode.getText(argument))
  return `${sourceCode.getText(call.callee)}(${fixed.join(', ')})`
}

function rootOfTemplate(sourceCode: SourceCode, node: TemplateLiteral): string | undefined {
  const [before, between] = node.quasis.map((quasi) => quasi.value.cooked ?? '')
  const [first, second] = node.expressions
  return before === '' && first && second && between === '/' ? rootOfText(sourceCode, first) : undefined
}

function rootOfSum(sourceCode: SourceCode, node: BinaryExpression): string | undefined {
  if (node.left.type !== 'BinaryExpression') return undefined
  const { left: root, right: separator } = node.left
  const isSeparator =
    separator.type === 'Literal'
      ? separator.value === '/'
      : resolveImport(sourceCode, separator)?.path.at(-1) === 'sep'
  return isSeparator && root.type !== 'PrivateIdentifier' ? rootOfText(sourceCode, root) : undefined
}

/** A variable of the environment may be missing; text can hold that, the functions of `path` refuse it. */
function rootOfText(sourceCode: SourceCode, node: Node): string | undefined {
  const root = rootOf(sourceCode, node)
  return root !== undefined && /^process\.env\.\w+$/.test(root) ? undefined : root
}

function rootOf(sourceCode: SourceCode, node: Node): string | undefined {
  if (!isFixed(sourceCode, node)) return undefined
  const root = unwrap(node)
  if (root.type === 'Literal' && !/[^./\\]/.test(String(root.value))) return undefined
  return sourceCode.getText(node)
}

/** Whether a value is the program's own and stays: text, a constant, the environment, a field of the object. */
function isFixed(sourceCode: SourceCode, expression: Node, left = MAX_ALIASES): boolean {
  if (left === 0 || !isRepeatable(sourceCode, expression)) return false
  const node = unwrap(expression)
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string'
    case 'MemberExpression':
      return !node.computed && isOwner(sourceCode, node.object, left)
    case 'Identifier':
      return isFixedName(sourceCode, node, left)
    case 'CallExpression':
      return node.arguments.every((argument) => isFixed(sourceCode, argument, left - 1))
    default:
      return false
  }
}

function isOwner(sourceCode: SourceCode, node: Node, left: number): boolean {
  const owner = unwrap(node)
  if (owner.type === 'ThisExpression' || owner.type === 'MetaProperty') return true
  if (owner.type === 'MemberExpression') return !owner.computed && isOwner(sourceCode, owner.object, left)
  if (owner.type !== 'Identifier') return false
  return owner.name === 'process' || isFixedName(sourceCode, owner, left)
}

function isFixedName(sourceCode: SourceCode, node: Identifier, left: number): boolean {
  const variable = resolveVariable(sourceCode, node.name, node)
  const [definition, ...others] = variable?.defs ?? []
  if (!variable || !definition) return node.name === '__dirname'
  if (others.length > 0 || variable.references.some((reference) => reference.isWrite() && !reference.init)) return false
  if (definition.type === 'ImportBinding') return true
  if (definition.type !== 'Variable' || definition.node.id.type !== 'Identifier') return false
  if (variable.scope.block.type === 'Program') return true
  return definition.node.init ? isFixed(sourceCode, definition.node.init, left - 1) : false
}
