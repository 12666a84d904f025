import type { Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'
import { getParent } from '../../syntax/get-parent.ts'
import { isRepeatable } from '../../syntax/is-repeatable.ts'
import type { PathShape } from '../../syntax/resolve-path-shape.ts'
import type { PrefixCheck } from '../../syntax/resolve-prefix-check.ts'
import { unwrap } from '../../syntax/unwrap.ts'
import { reachModule } from './reach-module.ts'

/** Where a disjunction needs no parentheses of its own. */
const TAKES_DISJUNCTION = new Set([
  'ReturnStatement',
  'IfStatement',
  'VariableDeclarator',
  'AssignmentExpression',
  'ConditionalExpression',
  'ArrowFunctionExpression',
  'CallExpression',
])

/**
 * Turns `p.startsWith(root)` into `p === root || p.startsWith(root + path.sep)`. Where the root may be that of the file
 * system, or may end with a separator already, `path.join(root, path.sep)` stands for the sum: it ends with one only.
 * `undefined` where either side cannot be written twice, or where rewritten separators leave open which one belongs.
 */
export function addSeparator(
  sourceCode: SourceCode,
  check: PrefixCheck,
  root: PathShape,
): Rule.ReportFixer | undefined {
  const { text, prefix } = check
  if (root.isRewritten || !isRepeatable(sourceCode, text) || !isRepeatable(sourceCode, prefix)) return undefined
  const isPlain = root.end === 'name'
  const path = reachModule(sourceCode, 'path', isPlain ? ['sep'] : ['join', 'sep'], check.test)
  if (!path) return undefined
  const [left, right] = [write(sourceCode, text), write(sourceCode, prefix)]
  const sep = path.write('sep')
  const separated = isPlain ? `${right} + ${sep}` : `${path.write('join')}(${right}, ${sep})`
  const starts = `${left}${check.isOptional ? '?.' : '.'}startsWith(${separated})`
  const parent = getParent(check.test)
  const target = parent?.type === 'ChainExpression' ? parent : check.test
  const replacement = comparesWithRoot(sourceCode, target, check)
    ? `${check.isPositive ? '' : '!'}${starts}`
    : disjunction(sourceCode, target, check, `${left} === ${right} || ${starts}`)
  return (fixer) => [...path.edit(fixer), fixer.replaceText(target, replacement)]
}

function disjunction(sourceCode: SourceCode, target: Node, check: PrefixCheck, text: string): string {
  if (!check.isPositive) return `!(${text})`
  const parent = getParent(target)
  if (parent?.type === 'LogicalExpression' && parent.operator === '||') return text
  const before = sourceCode.getTokenBefore(target)?.value
  const isParenthesised = before === '(' && sourceCode.getTokenAfter(target)?.value === ')'
  return isParenthesised || TAKES_DISJUNCTION.has(parent?.type ?? '') ? text : `(${text})`
}

/** Whether the condition around compares the two for equality already: `p === root || …`, `p !== root && …`. */
function comparesWithRoot(sourceCode: SourceCode, target: Node, check: PrefixCheck): boolean {
  let node = target
  let parent = getParent(node)
  let isPositive = check.isPositive
  while (parent?.type === 'UnaryExpression' && parent.operator === '!') {
    isPositive = !isPositive
    node = parent
    parent = getParent(node)
  }
  const operator = isPositive ? '||' : '&&'
  while (parent?.type === 'LogicalExpression' && parent.operator === operator) {
    if (holdsEquality(sourceCode, parent, isPositive, check)) return true
    node = parent
    parent = getParent(node)
  }
  return false
}

function holdsEquality(sourceCode: SourceCode, condition: Node, isPositive: boolean, check: PrefixCheck): boolean {
  const node = unwrap(condition)
  if (node.type === 'LogicalExpression') {
    if (node.operator !== (isPositive ? '||' : '&&')) return false
    return [node.left, node.right].some((side) => holdsEquality(sourceCode, side, isPositive, check))
  }
  if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator)) return false
  if (node.operator.startsWith('=') !== isPositive) return false
  const sides = [sourceCode.getText(node.left), sourceCode.getText(node.right)]
  return sides.includes(sourceCode.getText(check.text)) && sides.includes(sourceCode.getText(check.prefix))
}

function write(sourceCode: SourceCode, node: Node): string {
  const text = sourceCode.getText(node)
  // A cast binds weaker than the operators that now follow it.
  return /^TS(?:As|Satisfies)Expression$|^BinaryExpression$/.test(node.type) ? `(${text})` : text
}
