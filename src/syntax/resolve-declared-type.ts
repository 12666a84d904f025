import type { TSESTree } from '@typescript-eslint/types'
import type { SourceCode } from 'eslint'
import type { Node } from 'estree'
import { getParent } from './get-parent.ts'
import { resolveInitialiser } from './resolve-initialiser.ts'
import { resolveKeyName } from './resolve-key-name.ts'
import { resolveVariable } from './resolve-variable.ts'
import { stripCasts } from './strip-casts.ts'

/** With `?` where it may be missing. */
export type DeclaredType = 'string' | 'string?' | 'number' | 'number?' | 'other' | 'unknown'

/** What says of a value what it is: a type, a schema, or the call that registers the handler whose argument it is. */
type Declaration = { readonly hasDefault?: boolean } & (
  | { readonly by: 'type'; readonly type: TSESTree.TypeNode; readonly isOptional: boolean }
  | { readonly by: 'schema'; readonly schema: Node }
  | { readonly by: 'handler'; readonly call: Extract<Node, { type: 'CallExpression' }> }
)

/** Builders of zod and its kin whose result is neither string nor number. */
const OTHER_SCHEMAS = new Set([
  'bigint', 'boolean', 'date', 'unknown', 'any', 'array', 'object', 'record', 'transform', 'pipe', 'preprocess', 'union', 'or',
  'nativeEnum', 'codec',
])
const MISSING = new Set(['optional', 'nullable', 'nullish'])
const NUMBER_SCHEMAS = /^(?:number|u?int(?:32)?|float(?:32|64)?)$/
const STRING_SCHEMAS = /^(?:string|enum|email|url|uuid|guid|cuid2?|ulid|nanoid|ipv[46]|cidrv[46]|base64(?:url)?|jwt|iso)$/
/** Aliases, fields and types on the way to a declaration. */
const MAX_DEPTH = 8

/** What the file declares a name or a member to be: by an annotation, a cast, or the schema that it was parsed with. */
export function resolveDeclaredType(sourceCode: SourceCode, node: Node): DeclaredType {
  const found = declarationOf(sourceCode, node, 0)
  if (!found || found.by === 'handler') return 'unknown'
  const type = found.by === 'schema' ? typeOfSchema(sourceCode, found.schema) : typeOfType(sourceCode, found.type, 0)
  if (found.hasDefault) return withValue(type)
  return found.by === 'type' && found.isOptional ? withoutValue(type) : type
}

/** The type once a default value has taken the place of what is missing. */
export function withValue(type: DeclaredType): DeclaredType {
  return type === 'string?' ? 'string' : type === 'number?' ? 'number' : type
}

function withoutValue(type: DeclaredType): DeclaredType {
  return type === 'string' ? 'string?' : type === 'number' ? 'number?' : type
}

/** What the elements of a list are declared to be. */
export function resolveDeclaredElement(sourceCode: SourceCode, node: Node): DeclaredType {
  const found = declarationOf(sourceCode, node, 0)
  if (found?.by === 'type') {
    const element = elementOfType(found.type)
    return element ? typeOfType(sourceCode, element, 0) : 'unknown'
  }
  const element = found?.by === 'schema' ? elementOfSchema(valueOf(sourceCode, found.schema)) : undefined
  return element ? typeOfSchema(sourceCode, element) : 'unknown'
}

/** The same of what a function is declared to return, once it was awaited. */
export function resolveReturnedType(sourceCode: SourceCode, type: TSESTree.TypeNode): DeclaredType {
  const isPromise = type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Promise'
  return typeOfType(sourceCode, (isPromise ? type.typeArguments?.params[0] : undefined) ?? type, 0)
}

function declarationOf(sourceCode: SourceCode, node: Node, depth: number): Declaration | undefined {
  if (depth > MAX_DEPTH) return undefined
  const { type, typeAnnotation } = node as unknown as { type: string; typeAnnotation?: TSESTree.TypeNode }
  // TypeScript's own nodes are not in ESTree. `as any` and `as const` say nothing.
  if (type === 'TSAsExpression' || type === 'TSSatisfiesExpression') {
    const isType = typeAnnotation && !['TSAnyKeyword', 'TSTypeReference'].includes(typeAnnotation.type)
    if (isType) return { by: 'type', type: typeAnnotation, isOptional: false }
  }
  const value = stripCasts(node)
  switch (value.type) {
    case 'Identifier':
      return ofVariable(sourceCode, value.name, value, depth)
    case 'MemberExpression': {
      const key = resolveKeyName(value.property, value.computed)
      const parsed = key === 'data' ? safelyParsed(valueOf(sourceCode, value.object)) : undefined
      return parsed ?? memberOf(sourceCode, declarationOf(sourceCode, value.object, depth + 1), key, depth)
    }
    case 'AwaitExpression':
      return declarationOf(sourceCode, value.argument, depth + 1)
    case 'CallExpression':
      return ofParsing(value)
    default:
      return undefined
  }
}

/** `Schema.parse(x)` and `await Schema.parseAsync(x)`. */
function ofParsing({ callee }: Extract<Node, { type: 'CallExpression' }>): Declaration | undefined {
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined
  const name = resolveKeyName(callee.property, callee.computed)
  return name === 'parse' || name === 'parseAsync' ? { by: 'schema', schema: callee.object } : undefined
}

/** What is under `data` in `Schema.safeParse(x)`. */
function safelyParsed(result: Node): Declaration | undefined {
  const call = result.type === 'AwaitExpression' ? result.argument : result
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || call.callee.object.type === 'Super') return undefined
  const name = resolveKeyName(call.callee.property, call.callee.computed)
  return name === 'safeParse' || name === 'safeParseAsync' ? { by: 'schema', schema: call.callee.object } : undefined
}

function ofVariable(sourceCode: SourceCode, name: string, at: Node, depth: number): Declaration | undefined {
  const variable = resolveVariable(sourceCode, name, at)
  const declared = variable?.defs[0]?.name
  if (!variable || !declared) return undefined
  const init = resolveInitialiser(variable)?.init
  return ofPattern(declared) ?? (init ? declarationOf(sourceCode, init, depth + 1) : ofBinding(sourceCode, declared, depth))
}

function ofPattern(pattern: Node): Declaration | undefined {
  // The annotation hangs on the pattern, which ESTree's types do not show.
  const { typeAnnotation, optional } = pattern as unknown as { typeAnnotation?: TSESTree.TSTypeAnnotation; optional?: boolean }
  return typeAnnotation && { by: 'type', type: typeAnnotation.typeAnnotation, isOptional: optional === true }
}

/** A name within a pattern, or one that is a parameter itself. */
function ofBinding(sourceCode: SourceCode, name: Node, depth: number): Declaration | undefined {
  const parent = getParent(name)
  const bound = parent?.type === 'AssignmentPattern' && parent.left === name ? parent : name
  const holder = getParent(bound)
  const declared = ofHolder(sourceCode, bound, holder, depth)
  return bound !== name && declared ? { ...declared, hasDefault: true } : declared
}

function ofHolder(sourceCode: SourceCode, bound: Node, holder: Node | undefined, depth: number): Declaration | undefined {
  if (!holder || depth > MAX_DEPTH) return undefined
  if (holder.type === 'Property') {
    const pattern = getParent(holder)
    return pattern && memberOf(sourceCode, ofWhole(sourceCode, pattern, depth + 1), resolveKeyName(holder.key, holder.computed), depth)
  }
  const call = getParent(holder)
  const isHandler = 'params' in holder && holder.params[0] === bound && call?.type === 'CallExpression' && call.callee !== holder
  return isHandler ? { by: 'handler', call } : undefined
}

function ofWhole(sourceCode: SourceCode, pattern: Node, depth: number): Declaration | undefined {
  const written = ofPattern(pattern)
  if (written) return written
  const parent = getParent(pattern)
  if (parent?.type === 'VariableDeclarator') return parent.init ? declarationOf(sourceCode, parent.init, depth + 1) : undefined
  return ofBinding(sourceCode, pattern, depth + 1)
}

function memberOf(
  sourceCode: SourceCode, owner: Declaration | undefined, key: string | undefined, depth: number,
): Declaration | undefined {
  if (!owner || key === undefined || depth > MAX_DEPTH) return undefined
  if (owner.by === 'type') return memberOfType(sourceCode, owner.type, key, depth)
  const places = owner.by === 'schema' ? [owner.schema] : owner.call.arguments.flatMap((item) => [item, ...configured(sourceCode, item)])
  const schema = places.map((place) => propertyOf(sourceCode, place, key)).find((value) => value !== undefined)
  return schema && { by: 'schema', schema }
}

function memberOfType(sourceCode: SourceCode, type: TSESTree.TypeNode, key: string, depth: number): Declaration | undefined {
  if (depth > MAX_DEPTH) return undefined
  if (type.type === 'TSTypeReference') {
    const inferred = inferredSchema(type)
    if (inferred) return memberOf(sourceCode, { by: 'schema', schema: inferred }, key, depth + 1)
  }
  const members = membersOf(sourceCode, type, depth)
  for (const member of members) {
    if (member.type !== 'TSPropertySignature' || resolveKeyName(member.key, member.computed) !== key) continue
    return member.typeAnnotation && { by: 'type', type: member.typeAnnotation.typeAnnotation, isOptional: member.optional }
  }
  return undefined
}

/** The schema in `z.infer<typeof Schema>`. */
function inferredSchema({ typeName, typeArguments }: TSESTree.TSTypeReference): Node | undefined {
  const [argument] = typeArguments?.params ?? []
  const isInfer = typeName.type === 'TSQualifiedName' && /^(?:infer|output|input|Infer)/.test(typeName.right.name)
  if (!isInfer || argument?.type !== 'TSTypeQuery' || argument.exprName.type !== 'Identifier') return undefined
  return argument.exprName as Node // the same node under another package's type
}

function membersOf(sourceCode: SourceCode, type: TSESTree.TypeNode, depth: number): readonly TSESTree.TypeElement[] {
  if (depth > MAX_DEPTH) return []
  if (type.type === 'TSTypeLiteral') return type.members
  const declared = declaredType(sourceCode, type)
  if (declared?.type === 'TSInterfaceDeclaration') return declared.body.body
  return declared?.type === 'TSTypeAliasDeclaration' ? membersOf(sourceCode, declared.typeAnnotation, depth + 1) : []
}

/** The declaration in the same file that a type's name stands for. */
function declaredType(sourceCode: SourceCode, type: TSESTree.TypeNode): TSESTree.Node | undefined {
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined
  const node = resolveVariable(sourceCode, type.typeName.name, type as unknown as Node)?.defs[0]?.node
  return node as TSESTree.Node | undefined // types are defined by nodes that ESTree does not have
}

/** The values of `{ inputSchema: … }`. */
function configured(sourceCode: SourceCode, node: Node): Node[] {
  const object = valueOf(sourceCode, node)
  if (object.type !== 'ObjectExpression') return []
  return object.properties.flatMap((item) => (item.type === 'Property' ? [item.value] : []))
}

/** The property of a shape: an object, `z.object(shape)`, or what either was put into. */
function propertyOf(sourceCode: SourceCode, node: Node, key: string, depth = 0): Node | undefined {
  const value = valueOf(sourceCode, node)
  if (depth > MAX_DEPTH) return undefined
  if (value.type === 'MemberExpression') return propertyOf(sourceCode, value.object, key, depth + 1)
  if (value.type === 'CallExpression') {
    const [shape] = value.arguments
    const { callee } = value
    const ofShape = shape && propertyOf(sourceCode, shape, key, depth + 1)
    return ofShape ?? (callee.type === 'MemberExpression' ? propertyOf(sourceCode, callee.object, key, depth + 1) : undefined)
  }
  if (value.type !== 'ObjectExpression') return undefined
  for (const item of value.properties) {
    if (item.type === 'Property' && resolveKeyName(item.key, item.computed) === key) return item.value
  }
  return undefined
}

function valueOf(sourceCode: SourceCode, node: Node): Node {
  const value = stripCasts(node)
  if (value.type !== 'Identifier') return value
  const init = resolveInitialiser(resolveVariable(sourceCode, value.name, value))?.init
  return init ? stripCasts(init) : value
}

function typeOfSchema(sourceCode: SourceCode, schema: Node): DeclaredType {
  const names = calledNames(valueOf(sourceCode, schema))
  if (names.some((name) => OTHER_SCHEMAS.has(name))) return 'other'
  const isNumber = names.some((name) => NUMBER_SCHEMAS.test(name))
  if (!isNumber && !names.some((name) => STRING_SCHEMAS.test(name))) return 'unknown'
  const type = isNumber ? 'number' : 'string'
  const last = names.find((name) => MISSING.has(name) || name === 'default' || name === 'catch')
  return last !== undefined && MISSING.has(last) ? withoutValue(type) : type
}

/** The methods of a chain, the last one first. */
function calledNames(node: Node): string[] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return []
  const { property, object, computed } = node.callee
  const name = resolveKeyName(property, computed)
  const inner = object.type === 'MemberExpression' ? [resolveKeyName(object.property, object.computed) ?? ''] : calledNames(object)
  return [...(name === undefined ? [] : [name]), ...inner]
}

function elementOfType(type: TSESTree.TypeNode): TSESTree.TypeNode | undefined {
  if (type.type === 'TSArrayType') return type.elementType
  if (type.type === 'TSTypeOperator') return type.typeAnnotation && elementOfType(type.typeAnnotation)
  const isArray = type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && /^(?:Readonly)?Array$/.test(type.typeName.name)
  return isArray ? type.typeArguments?.params[0] : undefined
}

/** `z.array(element)`, `element.array()`, with what follows either. */
function elementOfSchema(schema: Node): Node | undefined {
  if (schema.type !== 'CallExpression' || schema.callee.type !== 'MemberExpression') return undefined
  const { object, property, computed } = schema.callee
  return resolveKeyName(property, computed) === 'array' ? schema.arguments[0] ?? object : elementOfSchema(object)
}

function typeOfType(sourceCode: SourceCode, type: TSESTree.TypeNode, depth: number): DeclaredType {
  switch (type.type) {
    case 'TSStringKeyword':
    case 'TSTemplateLiteralType':
      return 'string'
    case 'TSNumberKeyword':
      return 'number'
    case 'TSLiteralType': {
      const value = type.literal.type === 'Literal' ? typeof type.literal.value : undefined
      return value === 'string' || value === 'number' ? value : 'other'
    }
    case 'TSUnionType': {
      const isNothing = (item: TSESTree.TypeNode): boolean => /^TS(?:Undefined|Null)Keyword$/.test(item.type)
      const [first = 'other', ...others] = type.types.filter((item) => !isNothing(item))
        .map((item) => typeOfType(sourceCode, item, depth + 1))
      if (others.some((item) => item !== first)) return [first, ...others].includes('unknown') ? 'unknown' : 'other'
      return others.length + 1 < type.types.length ? withoutValue(first) : first
    }
    case 'TSTypeReference': {
      const declared = depth < MAX_DEPTH ? declaredType(sourceCode, type) : undefined
      return declared?.type === 'TSTypeAliasDeclaration' ? typeOfType(sourceCode, declared.typeAnnotation, depth + 1) : 'unknown'
    }
    case 'TSAnyKeyword':
      return 'unknown'
    default:
      return 'other'
  }
}
