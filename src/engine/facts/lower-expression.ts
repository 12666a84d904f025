import type { TSESTree } from '@typescript-eslint/types'
import type { Argument, Constant, Expression, Property } from './ir.ts'
import { lowerClass } from './lower-class.ts'
import type { FileLowering, Node } from './lower-file.ts'
import { rangeOf } from './lower-file.ts'
import { lowerPattern } from './lower-pattern.ts'

const UNDEFINED: Expression = { op: 'constant', value: undefined }
const OTHER: Expression = { op: 'other', parts: [] }

/** `name` is what the value is bound to, for functions and classes that have no name of their own. */
export function lowerExpression(lowering: FileLowering, node: Node | null | undefined, name = ''): Expression {
  if (!node) return UNDEFINED
  if (lowering.nesting > lowering.maxNesting) return OTHER
  lowering.nesting += 1
  const lowered = lower(lowering, node, name)
  lowering.nesting -= 1
  return lowered
}

function lower(lowering: FileLowering, node: Node, name: string): Expression {
  const expression = (part: Node | null | undefined): Expression => lowerExpression(lowering, part)
  switch (node.type) {
    case 'Literal':
      return lowerLiteral(lowering, node)
    case 'Identifier':
      return lowerIdentifier(lowering, node)
    case 'ThisExpression':
      return { op: 'this' }
    case 'Super':
      return { op: 'super' }
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return lowerExpression(lowering, node.expression, name)
    case 'MemberExpression':
      return lowerMember(lowering, node)
    case 'CallExpression':
    case 'NewExpression':
      return lowerCall(lowering, node)
    case 'ImportExpression':
      if (node.source.type === 'Literal') lowering.noteModule(String(node.source.value))
      return { op: 'import', source: expression(node.source), at: rangeOf(node.source) }
    case 'TemplateLiteral':
      return { op: 'template', parts: templateParts(lowering, node), at: rangeOf(node) }
    case 'TaggedTemplateExpression':
      return {
        op: 'tagged', tag: expression(node.tag), texts: node.quasi.quasis.map((item) => item.value.cooked ?? item.value.raw),
        holes: node.quasi.expressions.map(expression), at: rangeOf(node),
      }
    case 'BinaryExpression':
      return { op: 'binary', operator: node.operator, left: expression(node.left), right: expression(node.right), at: rangeOf(node) }
    case 'LogicalExpression':
      return { op: 'logical', operator: node.operator, left: expression(node.left), right: expression(node.right), at: rangeOf(node) }
    case 'UnaryExpression':
      return { op: 'unary', operator: node.operator, operand: expression(node.argument) }
    case 'UpdateExpression':
      return lowerUpdate(lowering, node)
    case 'ConditionalExpression':
      return lowerConditional(lowering, node)
    case 'AssignmentExpression':
      return lowerAssignment(lowering, node)
    case 'ObjectExpression':
      return lowerObject(lowering, node)
    case 'ArrayExpression':
      return { op: 'array', elements: lowerArguments(lowering, node.elements), at: rangeOf(node) }
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return { op: 'function', id: lowering.lowerFunction(node, name) }
    case 'FunctionDeclaration':
      return { op: 'function', id: lowering.lowerFunction(node, name) }
    case 'ClassExpression':
    case 'ClassDeclaration':
      return { op: 'class', id: lowerClass(lowering, node, name).id }
    case 'AwaitExpression':
      return { op: 'await', operand: expression(node.argument) }
    case 'YieldExpression':
      return lowerYield(lowering, node)
    case 'SequenceExpression':
      return lowerSequence(lowering, node)
    case 'SpreadElement':
      return expression(node.argument)
    default:
      return OTHER
  }
}

/** Whichever way it counts, what is left is a number. */
function lowerUpdate(lowering: FileLowering, node: TSESTree.UpdateExpression): Expression {
  const target = lowerPattern(lowering, node.argument)
  return { op: 'assign', operator: '-=', target, value: { op: 'constant', value: 1 }, at: rangeOf(node) }
}

/** What a generator yields is put into a list, which is what calling it gives. */
function lowerYield(lowering: FileLowering, node: TSESTree.YieldExpression): Expression {
  const value = lowerExpression(lowering, node.argument)
  const list = lowering.yielded()
  if (list === undefined) return { op: 'await', operand: value }
  const at = rangeOf(node)
  const push: Expression = { op: 'member', object: { op: 'variable', id: list, at }, name: 'push', at }
  return { op: 'call', callee: push, args: [{ value, spread: node.delegate, at }], isNew: false, at }
}

function lowerLiteral(lowering: FileLowering, node: TSESTree.Literal): Expression {
  if ('regex' in node) return { op: 'regex', source: node.regex.pattern, flags: node.regex.flags }
  const value = 'bigint' in node ? Number(node.bigint) : node.value as Constant
  if (typeof value === 'string') lowering.noteText(value)
  // Facts are kept as JSON, which has no infinite numbers.
  return typeof value === 'number' && !Number.isFinite(value) ? { op: 'other', parts: [] } : { op: 'constant', value }
}

function lowerIdentifier(lowering: FileLowering, node: TSESTree.Identifier): Expression {
  const id = lowering.variable(node)
  if (id !== undefined) return { op: 'variable', id, at: rangeOf(node) }
  return node.name === 'undefined' ? UNDEFINED : { op: 'global', name: node.name, at: rangeOf(node) }
}

function lowerMember(lowering: FileLowering, node: TSESTree.MemberExpression): Expression {
  const object = lowerExpression(lowering, node.object)
  const name = keyName(node)
  return name === undefined
    ? { op: 'index', object, index: lowerExpression(lowering, node.property), at: rangeOf(node) }
    : { op: 'member', object, name, at: rangeOf(node) }
}

function lowerCall(lowering: FileLowering, node: TSESTree.CallExpression | TSESTree.NewExpression): Expression {
  const callee = lowerExpression(lowering, node.callee)
  if (callee.op === 'member' || callee.op === 'global') lowering.noteMethodCall(callee.name)
  if (callee.op === 'member' && node.callee.type === 'MemberExpression' && node.callee.object.type === 'Identifier') {
    lowering.noteMethodCall(`${node.callee.object.name}.${callee.name}`)
  }
  else if (callee.op === 'variable' && node.callee.type === 'Identifier') lowering.noteCall(callee.id, node.callee.name)
  return { op: 'call', callee, args: lowerArguments(lowering, node.arguments), isNew: node.type === 'NewExpression', at: rangeOf(node) }
}

function lowerArguments(lowering: FileLowering, nodes: readonly (Node | null)[]): Argument[] {
  for (const node of nodes) if (node?.type === 'FunctionExpression' && node.generator) lowering.noteCoroutine(node)
  return nodes.map((node) => ({
    value: lowerExpression(lowering, node),
    spread: node?.type === 'SpreadElement',
    at: node ? rangeOf(node) : [0, 0],
  }))
}

function templateParts(lowering: FileLowering, node: TSESTree.TemplateLiteral): Expression[] {
  const parts: Expression[] = []
  node.quasis.forEach((quasi, index) => {
    const text = quasi.value.cooked ?? quasi.value.raw
    if (text !== '') parts.push({ op: 'constant', value: text })
    const hole = node.expressions[index]
    if (hole) parts.push(lowerExpression(lowering, hole))
  })
  return parts
}

function lowerConditional(lowering: FileLowering, node: TSESTree.ConditionalExpression): Expression {
  return {
    op: 'conditional', test: lowerExpression(lowering, node.test), yes: lowerExpression(lowering, node.consequent),
    no: lowerExpression(lowering, node.alternate), at: rangeOf(node),
  }
}

function lowerAssignment(lowering: FileLowering, node: TSESTree.AssignmentExpression): Expression {
  const name = node.left.type === 'Identifier' ? node.left.name
    : node.left.type === 'MemberExpression' ? keyName(node.left) ?? '' : ''
  if (node.left.type === 'MemberExpression') lowering.noteMethodCall(name)
  return {
    op: 'assign', operator: node.operator, target: lowerPattern(lowering, node.left),
    value: lowerExpression(lowering, node.right, name), at: rangeOf(node),
  }
}

function lowerObject(lowering: FileLowering, node: TSESTree.ObjectExpression): Expression {
  const properties = node.properties.map((item) => lowerProperty(lowering, item))
  lowering.noteObject(properties.flatMap((item) => (item.op === 'property' ? [item.name] : [])))
  return { op: 'object', properties, at: rangeOf(node) }
}

function lowerProperty(lowering: FileLowering, node: TSESTree.ObjectLiteralElement): Property {
  const at = rangeOf(node)
  if (node.type === 'SpreadElement') return { op: 'spread', value: lowerExpression(lowering, node.argument), at }
  const name = keyName(node)
  if (node.kind === 'get') lowering.noteGetter(node.value)
  const value = lowerExpression(lowering, node.value, name ?? '')
  // A setter has a name of its own, so that it does not stand in for the property.
  if (node.kind === 'set') return { op: 'property', name: `set ${name ?? ''}`, value, at }
  return name === undefined
    ? { op: 'computed', key: lowerExpression(lowering, node.key), value, at }
    : { op: 'property', name, value, at }
}

/** `(0, x.y)` is how compiled code calls an import without a receiver: it is the call of its last item. */
function lowerSequence(lowering: FileLowering, node: TSESTree.SequenceExpression): Expression {
  const items = node.expressions.map((item) => lowerExpression(lowering, item))
  const last = items.at(-1)
  const idle = items.slice(0, -1).every((item) => item.op === 'constant')
  return idle && last ? last : { op: 'sequence', items }
}

interface Keyed {
  readonly computed: boolean
  readonly key?: Node | undefined
  readonly property?: Node | undefined
}

/** The name of a property where it is written or constant; `#x` keeps its sign so that it stays apart from `x`. */
export function keyName(node: Keyed): string | undefined {
  const key = node.key ?? node.property
  if (!key) return undefined
  if (!node.computed && key.type === 'Identifier') return key.name
  if (key.type === 'PrivateIdentifier') return `#${key.name}`
  if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number')) return String(key.value)
  return undefined
}
