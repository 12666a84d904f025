import type { SourceCode } from 'eslint'
import type { CallExpression, ConditionalExpression, Function as FunctionNode, IfStatement, Node } from 'estree'
import { getParent } from './get-parent.ts'
import { resolveKeyName } from './resolve-key-name.ts'
import { resolveRefusal } from './resolve-refusal.ts'
import { resolveVariable } from './resolve-variable.ts'
import { unwrap } from './unwrap.ts'

/**
 * What the truth of a test decides. `admits`: whatever it is not true of is refused. `refuses`: whatever it is true of
 * is. `answers`: a function returns it and the file does not show to whom. `other`: neither, such as a text's shape.
 */
export type TestRole = 'admits' | 'refuses' | 'answers' | 'other'

const ANY_OF = new Set(['some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex'])
const LOOP = /^(?:For|ForOf|ForIn|While|DoWhile)Statement$/

interface Question {
  readonly sourceCode: SourceCode
  /** Whether the branch makes something of the tested text that only a formatter would want. */
  readonly isFormatting: (branch: Node) => boolean
  readonly seen: Set<Node>
}

/** The role of a test, followed through negations, variables, callbacks of `some` and its kin, and local functions. */
export function resolveTestRole(
  sourceCode: SourceCode,
  test: Node,
  isPositive: boolean,
  isFormatting: (branch: Node) => boolean,
): TestRole {
  return roleOf({ sourceCode, isFormatting, seen: new Set() }, test, isPositive)
}

function roleOf(question: Question, node: Node, isPositive: boolean): TestRole {
  const parent = getParent(node)
  if (!parent || question.seen.has(node)) return 'other'
  question.seen.add(node)
  switch (parent.type) {
    case 'UnaryExpression':
      return parent.operator === '!' ? roleOf(question, parent, !isPositive) : 'other'
    case 'LogicalExpression':
    case 'AwaitExpression':
    case 'ChainExpression':
      return roleOf(question, parent, isPositive)
    case 'BinaryExpression':
      return roleOfComparison(question, parent, node, isPositive)
    case 'IfStatement':
      return parent.test === node ? roleOfIf(question, parent, isPositive) : 'other'
    case 'ConditionalExpression':
      return parent.test === node ? roleOfConditional(question, parent, isPositive) : 'other'
    case 'ReturnStatement':
      return roleOfReturn(question, parent, isPositive)
    case 'ArrowFunctionExpression':
      return parent.body === node ? roleOfFunction(question, parent, isPositive) : 'other'
    case 'VariableDeclarator':
      return roleOfName(question, parent.id, isPositive)
    case 'AssignmentExpression':
      return parent.operator === '=' ? roleOfName(question, parent.left, isPositive) : 'other'
    case 'CallExpression':
      return sourceOf(parent.callee) === 'Boolean' ? roleOf(question, parent, isPositive) : 'other'
    default:
      return unwrap(parent) === unwrap(node) ? roleOf(question, parent, isPositive) : 'other'
  }
}

function roleOfComparison(
  question: Question,
  parent: Extract<Node, { type: 'BinaryExpression' }>,
  node: Node,
  isPositive: boolean,
): TestRole {
  const other = question.sourceCode.getText(parent.left === node ? parent.right : parent.left)
  if (!/^[!=]==?$/.test(parent.operator) || !/^(?:true|false|undefined|null|-1|void 0)$/.test(other)) return 'other'
  const isSame = parent.operator.startsWith('=') === (other === 'true')
  return roleOf(question, parent, isSame === isPositive)
}

function roleOfIf(question: Question, statement: IfStatement, isPositive: boolean): TestRole {
  const { sourceCode } = question
  const { consequent } = statement
  const rest = statement.alternate ?? (isExit(consequent) ? followingStatement(statement) : undefined)
  const [inside, outside] = isPositive ? [consequent, rest] : [rest, consequent]
  const refusal = resolveRefusal(sourceCode, outside)
  const opposite = resolveRefusal(sourceCode, inside)
  // A bare `return` only leaves; after the opposite branch has refused firmly, it is the way on.
  if (refusal && opposite) return refusal === opposite ? 'other' : refusal === 'firm' ? 'admits' : 'refuses'
  if (opposite) return isPositive || statement.alternate ? 'refuses' : 'other'
  if (refusal === 'firm') return 'admits'
  if (refusal === 'soft') return isFormattingAfter(question, statement) ? 'other' : 'admits'
  const flag = isPositive ? flagSetIn(consequent) : undefined
  return flag ? roleOfName(question, flag, true) : 'other'
}

function roleOfConditional(question: Question, node: ConditionalExpression, isPositive: boolean): TestRole {
  const [inside, outside] = isPositive ? [node.consequent, node.alternate] : [node.alternate, node.consequent]
  if (inside.type === 'Literal' && typeof inside.value === 'boolean') return roleOf(question, node, inside.value)
  const refusal = resolveRefusal(question.sourceCode, outside)
  if (resolveRefusal(question.sourceCode, inside)) return refusal ? 'other' : 'refuses'
  return refusal && !question.isFormatting(inside) ? 'admits' : 'other'
}

function roleOfReturn(question: Question, statement: Node, isPositive: boolean): TestRole {
  let around = getParent(statement)
  while (around && !('params' in around)) around = getParent(around)
  return around ? roleOfFunction(question, around, isPositive) : 'other'
}

function roleOfFunction(question: Question, fn: FunctionNode, isPositive: boolean): TestRole {
  const parent = getParent(fn)
  if (parent?.type === 'CallExpression') return roleOfCallback(question, parent, fn, isPositive)
  if (parent?.type === 'MethodDefinition' || parent?.type === 'Property' || parent?.type === 'PropertyDefinition') {
    return 'answers'
  }
  const name = fn.type === 'FunctionDeclaration' ? fn.id : parent?.type === 'VariableDeclarator' ? parent.id : undefined
  if (!name || name.type !== 'Identifier') return 'answers'
  const calls = (resolveVariable(question.sourceCode, name.name, name)?.references ?? [])
    .map((reference) => getParent(reference.identifier as Node))
    .filter((call): call is CallExpression => call?.type === 'CallExpression' && sourceOf(call.callee) === name.name)
  return calls.length === 0 ? 'answers' : strongest(calls.map((call) => roleOf(question, call, isPositive)))
}

function roleOfCallback(question: Question, call: CallExpression, fn: Node, isPositive: boolean): TestRole {
  const callee = unwrap(call.callee)
  if (call.arguments[0] !== fn || callee.type !== 'MemberExpression') return 'other'
  const method = resolveKeyName(callee.property, callee.computed)
  // A schema's refinement refuses what it is not true of.
  if (method === 'refine') return isPositive ? 'admits' : 'refuses'
  return method && ANY_OF.has(method) ? roleOf(question, call, isPositive) : 'other'
}

function roleOfName(question: Question, name: Node, isPositive: boolean): TestRole {
  if (name.type !== 'Identifier') return 'other'
  const reads = resolveVariable(question.sourceCode, name.name, name)?.references.filter((item) => item.isRead()) ?? []
  return strongest(reads.map((reference) => roleOf(question, reference.identifier as Node, isPositive)))
}

function strongest(roles: readonly TestRole[]): TestRole {
  return (['admits', 'refuses', 'answers'] as const).find((role) => roles.includes(role)) ?? 'other'
}

function flagSetIn(branch: Node): Node | undefined {
  const statements = branch.type === 'BlockStatement' ? branch.body : [branch]
  const [first] = statements
  if (first?.type !== 'ExpressionStatement' || first.expression.type !== 'AssignmentExpression') return undefined
  const { left, right } = first.expression
  return right.type === 'Literal' && right.value === true ? left : undefined
}

function isFormattingAfter(question: Question, statement: Node): boolean {
  const block = getParent(statement)
  if (block?.type !== 'BlockStatement' && block?.type !== 'Program') return false
  return block.body.slice(block.body.findIndex((item) => item === statement)).some(question.isFormatting)
}

function isExit(branch: Node): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch
  return last !== undefined && /^(?:Return|Throw|Continue|Break)Statement$/.test(last.type)
}

/** The statement that runs next when this one does nothing: the following one, or the one after the loop. */
function followingStatement(statement: Node): Node | undefined {
  const parent = getParent(statement)
  if (parent && LOOP.test(parent.type)) return followingStatement(parent)
  if (parent?.type !== 'BlockStatement' && parent?.type !== 'Program') return undefined
  const next = parent.body[parent.body.findIndex((item) => item === statement) + 1]
  if (next) return next
  const owner = getParent(parent)
  return owner && (LOOP.test(owner.type) || owner.type === 'BlockStatement') ? followingStatement(owner) : undefined
}

function sourceOf(callee: Node): string | undefined {
  const node = unwrap(callee)
  return node.type === 'Identifier' ? node.name : undefined
}
