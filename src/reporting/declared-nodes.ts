import type { SourceCode } from 'eslint'
import type { CallExpression, Node, ObjectExpression, Property } from 'estree'
import type { SchemaPlace } from '../engine/flow/schema-node.ts'
import type { Declaration } from '../engine/registrations/declaration.ts'
import { resolveInitialiser } from '../syntax/resolve-initialiser.ts'
import { resolveKeyName } from '../syntax/resolve-key-name.ts'
import { resolveVariable } from '../syntax/resolve-variable.ts'
import { unwrap } from '../syntax/unwrap.ts'
import { nodeAt } from './node-at.ts'

/** The parts of a declaration in the file under lint, as far as they stand there. */
export interface DeclaredNodes {
  /** The registering call, where there is one. */
  readonly call?: CallExpression
  /** The object that holds description, schema and annotations. */
  readonly config?: ObjectExpression
  readonly name?: Node
  readonly description?: Node
  readonly schema?: Node
}

const SCHEMA_KEYS = ['inputSchema', 'parameters', 'paramsSchema', 'argsSchema', 'schema', 'input']

export function findDeclaredNodes(sourceCode: SourceCode, { at }: Declaration): DeclaredNodes {
  const found = nodeAt(sourceCode, at)
  const node = found?.type === 'ExpressionStatement' ? found.expression : found
  if (node?.type === 'ObjectExpression') return ofConfig(node, findProperty(node, 'name')?.value)
  if (node?.type !== 'CallExpression') return {}
  const [first, second] = node.arguments
  const method = node.callee.type === 'MemberExpression' ? resolveKeyName(node.callee.property, node.callee.computed) : undefined
  if (method === 'tool' || method === 'prompt') return { call: node, ...ofPositions(sourceCode, node) }
  const alone = first && resolveObject(sourceCode, first)
  if (alone) return { call: node, ...ofConfig(alone, findProperty(alone, 'name')?.value) }
  const config = second && resolveObject(sourceCode, second)
  return { call: node, ...(config ? ofConfig(config, first) : first ? { name: first } : {}) }
}

function ofConfig(config: ObjectExpression, name: Node | undefined): DeclaredNodes {
  const description = findProperty(config, 'description')?.value
  const schema = SCHEMA_KEYS.map((key) => findProperty(config, key)?.value).find((value) => value !== undefined)
  return { config, ...(name ? { name } : {}), ...(description ? { description } : {}), ...(schema ? { schema } : {}) }
}

function ofPositions(sourceCode: SourceCode, call: CallExpression): DeclaredNodes {
  const [name, ...others] = call.arguments
  const middle = others.slice(0, -1)
  const [first] = middle
  const isObject = first !== undefined && middle.length < 3 && resolveObject(sourceCode, first) !== undefined
  const isText = first !== undefined && !isObject && (middle.length > 1 || isTextual(first))
  const schema = isText ? middle[1] : first
  return { ...(name ? { name } : {}), ...(isText ? { description: first } : {}), ...(schema ? { schema } : {}) }
}

function isTextual(node: Node): boolean {
  const inner = unwrap(node)
  if (inner.type === 'Literal') return typeof inner.value === 'string'
  return inner.type === 'TemplateLiteral' || inner.type === 'BinaryExpression'
}

/** The object literal that an expression is, or that the variable it names was given. */
export function resolveObject(sourceCode: SourceCode, node: Node): ObjectExpression | undefined {
  const value = resolveValue(sourceCode, node)
  return value.type === 'ObjectExpression' ? value : undefined
}

/** The expression itself, or what the constant that it names was given in this file. */
export function resolveValue(sourceCode: SourceCode, node: Node): Node {
  const inner = unwrap(node)
  if (inner.type !== 'Identifier') return inner
  const init = resolveInitialiser(resolveVariable(sourceCode, inner.name, inner))?.init
  return init ? unwrap(init) : inner
}

export function findProperty(object: ObjectExpression, name: string): Property | undefined {
  return object.properties.find((item): item is Property =>
    item.type === 'Property' && resolveKeyName(item.key, item.computed) === name)
}

/** The property of the file under lint that gives an argument its schema. */
export function resolveSchemaProperty(sourceCode: SourceCode, filename: string, place: SchemaPlace): Property | undefined {
  if (place.file !== filename.replaceAll('\\', '/')) return undefined
  const object = nodeAt(sourceCode, place.at)
  return object?.type === 'ObjectExpression' ? findProperty(object, place.name) : undefined
}
