import type { SourceCode } from 'eslint'
import type { Identifier, Node, Pattern } from 'estree'
import { getParent } from './get-parent.ts'
import { resolveInitialiser } from './resolve-initialiser.ts'
import { resolveVariable } from './resolve-variable.ts'
import { stripCasts } from './strip-casts.ts'

/** TypeScript's nodes, of which ESTree knows nothing: only the fields that are read here. */
interface TypeNode {
  readonly type: string
  readonly typeAnnotation?: TypeNode
  readonly types?: readonly TypeNode[]
  readonly members?: readonly { readonly key?: Node; readonly optional?: boolean; readonly typeAnnotation?: TypeNode }[]
  readonly optional?: boolean
}

const ARITHMETIC = new Set(['-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>'])
const NUMBER_MAKERS = new Set(['Number', 'parseInt', 'parseFloat', 'Boolean', 'BigInt'])
const OTHER_TYPES = new Set([
  'TSNumberKeyword', 'TSBooleanKeyword', 'TSBigIntKeyword', 'TSUnknownKeyword', 'TSUndefinedKeyword', 'TSNullKeyword',
  'TSArrayType',
])
/** Builders of schemas (zod and its kin) whose result TypeScript does not take for a string. */
const OTHER_SCHEMAS = new Set([
  'number', 'int', 'float', 'bigint', 'boolean', 'optional', 'nullable', 'nullish', 'unknown', 'array',
])

/**
 * Whether the file itself shows that a value is, or may be, something else than a string: by a literal, an operator, an
 * annotation or the schema that stands beside a handler. `false` also where nothing is known.
 */
export function isEvidentlyNotString(sourceCode: SourceCode, node: Node): boolean {
  const expression = stripCasts(node)
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value !== 'string'
    case 'UnaryExpression':
      return expression.operator !== 'typeof'
    case 'BinaryExpression':
      return ARITHMETIC.has(expression.operator)
    case 'ConditionalExpression':
      return [expression.consequent, expression.alternate].some((part) => isEvidentlyNotString(sourceCode, part))
    case 'LogicalExpression':
      return isEvidentlyNotString(sourceCode, expression.right)
    case 'ChainExpression':
      return true
    case 'MemberExpression':
      return !expression.computed && expression.property.type === 'Identifier' && expression.property.name === 'length'
    case 'CallExpression':
      return expression.callee.type === 'Identifier' && NUMBER_MAKERS.has(expression.callee.name)
    case 'Identifier':
      return isOtherVariable(sourceCode, expression)
    default:
      return false
  }
}

function isOtherVariable(sourceCode: SourceCode, identifier: Identifier): boolean {
  const variable = resolveVariable(sourceCode, identifier.name, identifier)
  const name = variable?.defs[0]?.name
  if (!name) return false
  const annotation = annotationOf(name)
  if (annotation) return isOtherType(annotation) || (name as unknown as TypeNode).optional === true
  const init = resolveInitialiser(variable)?.init
  if (init) return init.type !== 'Identifier' && isEvidentlyNotString(sourceCode, init)
  return isOtherByPattern(sourceCode, name)
}

function isOtherByPattern(sourceCode: SourceCode, name: Identifier): boolean {
  const parent = getParent(name)
  const value = parent?.type === 'AssignmentPattern' ? parent : name
  if (parent?.type === 'AssignmentPattern' && parent.left === name && parent.right.type !== 'Identifier') {
    if (isEvidentlyNotString(sourceCode, parent.right)) return true
  }
  const property = getParent(value)
  if (property?.type !== 'Property' || property.key.type !== 'Identifier') return false
  const pattern = getParent(property)
  if (pattern?.type !== 'ObjectPattern') return false
  const key = property.key.name
  const member = annotationOf(pattern)?.members?.find((candidate) => isNamed(candidate.key, key))
  if (member) return isOtherMember(member, value !== name)
  return isOtherInSchema(pattern, key)
}

function isOtherMember(member: { optional?: boolean; typeAnnotation?: TypeNode }, hasDefault: boolean): boolean {
  const type = member.typeAnnotation?.typeAnnotation
  return (member.optional === true && !hasDefault) || (type !== undefined && isOtherType(type))
}

/** `tool('x', { n: z.number() }, ({ n }) => …)`, and the same with the schema as a field of an object. */
function isOtherInSchema(pattern: Pattern, key: string): boolean {
  const handler = getParent(pattern)
  const call = handler && getParent(handler)
  if (call?.type !== 'CallExpression') return false
  const schemas = call.arguments.flatMap((argument) => [argument, ...valuesOf(argument)])
  const property = schemas.flatMap(valuesByName).find(([name]) => name === key)
  return property !== undefined && calledNames(property[1]).some((name) => OTHER_SCHEMAS.has(name))
}

function valuesOf(node: Node): Node[] {
  return valuesByName(node).map(([, value]) => value)
}

function valuesByName(node: Node): [string, Node][] {
  const object = node.type === 'CallExpression' ? node.arguments[0] : node
  if (object?.type !== 'ObjectExpression') return []
  return object.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? [[property.key.name, property.value]] : [],
  )
}

function calledNames(node: Node): string[] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return []
  const { property, object } = node.callee
  return [...(property.type === 'Identifier' ? [property.name] : []), ...calledNames(object)]
}

function annotationOf(node: Node): TypeNode | undefined {
  // TypeScript parsers hang the annotation on the pattern, which ESTree's types do not show.
  return (node as unknown as { typeAnnotation?: TypeNode }).typeAnnotation?.typeAnnotation
}

function isOtherType(type: TypeNode): boolean {
  return OTHER_TYPES.has(type.type) || (type.types?.some(isOtherType) ?? false)
}

function isNamed(key: Node | undefined, name: string): boolean {
  return key?.type === 'Identifier' && key.name === name
}
