import type { Rule, Scope, SourceCode } from 'eslint'
import type { Node, ObjectExpression, ObjectPattern, Property, VariableDeclarator } from 'estree'
import { findChildren } from '../../syntax/find-children.ts'
import { getParent } from '../../syntax/get-parent.ts'
import { resolveImport } from '../../syntax/resolve-import.ts'
import { resolveInitialiser } from '../../syntax/resolve-initialiser.ts'
import { resolveKeyName } from '../../syntax/resolve-key-name.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'
import { nodeAt } from '../node-at.ts'

/** What a zod object says of itself: its keys, and those that may be missing. */
interface Shape {
  readonly keys: ReadonlySet<string>
  readonly required: readonly string[]
}

const MAKES_OBJECT = /^(?:object|strictObject|looseObject)$/
const KEEPS_SHAPE = /^(?:strict|passthrough|loose|strip|describe|meta|refine|superRefine|readonly)$/
const MAY_BE_MISSING = /^(?:optional|nullish|default|prefault|catch)$/
const TO_JSON_SCHEMA = /^(?:zodToJsonSchema|toJSONSchema|toJsonSchema)$/

/**
 * Parses what a handler destructures from its arguments: `const { path } = ReadFileSchema.parse(args)`. Offered only
 * where it is certain which schema is meant: the one that the listing shows for this tool, or else the only zod object
 * in reach that has these keys, requires no other and belongs to no other tool.
 */
export function parseArguments(
  sourceCode: SourceCode, at: readonly [number, number], tool: string | undefined,
): Rule.ReportFixer | undefined {
  const declarator = resolveDeclarator(nodeAt(sourceCode, at))
  const { init } = declarator ?? {}
  const names = declarator?.id.type === 'ObjectPattern' ? findNames(declarator.id) : undefined
  if (!init || !names || tool === undefined || !isInHandler(init)) return undefined
  if (sourceCode.getCommentsInside(init).length > 0) return undefined
  const listed = findListedSchemas(sourceCode)
  const schema = listed.has(tool)
    ? confirm(sourceCode, listed.get(tool) ?? [], names, init)
    : resolveOnlySchema(sourceCode, names, init, [...listed.values()].flat())
  if (schema === undefined) return undefined
  return (fixer) => fixer.replaceText(init, `${schema}.parse(${sourceCode.getText(stripCasts(init))})`)
}

/** The declarator whose own pattern has this property: what is bound there is read straight off the arguments. */
function resolveDeclarator(node: Node | undefined): VariableDeclarator | undefined {
  const property = node?.type === 'Property' ? node : node && getParent(node)
  const pattern = property?.type === 'Property' ? getParent(property) : undefined
  const declarator = pattern?.type === 'ObjectPattern' ? getParent(pattern) : undefined
  return declarator?.type === 'VariableDeclarator' && declarator.id === pattern ? declarator : undefined
}

/** True right in the function that is registered: what that function calls may serve several tools. */
function isInHandler(at: Node): boolean {
  let node: Node | undefined = at
  while (node && !/Function/.test(node.type)) node = getParent(node)
  const call = node && getParent(node)
  const callee = call?.type === 'CallExpression' ? call.callee : undefined
  return callee?.type === 'MemberExpression' && resolveKeyName(callee.property, callee.computed) === 'setRequestHandler'
}

/** The keys of a pattern; `undefined` where a rest or a computed key hides some. */
function findNames({ properties }: ObjectPattern): string[] | undefined {
  const names = properties.map((item) => {
    return item.type === 'Property' ? resolveKeyName(item.key, item.computed) : undefined
  })
  return names.every((name) => name !== undefined) ? names : undefined
}

/** The variable names of the schemas that tool listings show, by tool; a tool may be listed without one. */
function findListedSchemas(sourceCode: SourceCode): Map<string, string[]> {
  const listed = new Map<string, string[]>()
  const visit = (node: Node): void => {
    if (node.type === 'ObjectExpression') {
      const name = findProperty(node, 'name')
      const input = findProperty(node, 'inputSchema')
      const schema = input && resolveListedSchema(input)
      if (name?.type === 'Literal' && typeof name.value === 'string' && schema !== undefined) {
        listed.set(name.value, [...listed.get(name.value) ?? [], schema])
      }
    }
    for (const child of findChildren(sourceCode, node)) visit(child)
  }
  visit(sourceCode.ast)
  return listed
}

function resolveListedSchema(value: Node): string | undefined {
  const call = stripCasts(value)
  if (call.type !== 'CallExpression') return undefined
  const callee = call.callee.type === 'MemberExpression' ? call.callee.property : call.callee
  const [schema] = call.arguments
  const isConversion = callee.type === 'Identifier' && TO_JSON_SCHEMA.test(callee.name)
  return isConversion && schema?.type === 'Identifier' ? schema.name : undefined
}

function findProperty(object: ObjectExpression, name: string): Node | undefined {
  const isNamed = (item: ObjectExpression['properties'][number]): item is Property =>
    item.type === 'Property' && resolveKeyName(item.key, item.computed) === name
  const property = object.properties.find(isNamed)
  return property && stripCasts(property.value)
}

/** The listed schema, if it is the only one, is the same variable here, and has the keys as far as the file tells. */
function confirm(
  sourceCode: SourceCode, schemas: readonly string[], names: readonly string[], at: Node,
): string | undefined {
  const [schema] = schemas
  const isOne = schema !== undefined && schemas.every((item) => item === schema)
  const variable = isOne ? resolveVariable(sourceCode, schema, at) : undefined
  const [definition] = variable?.defs ?? []
  if (!variable || !definition || !isTopLevel(variable)) return undefined
  if (definition.type === 'ImportBinding') return schema
  const shape = resolveShape(sourceCode, variable)
  return shape && names.every((name) => shape.keys.has(name)) ? schema : undefined
}

function resolveOnlySchema(
  sourceCode: SourceCode, names: readonly string[], at: Node, taken: readonly string[],
): string | undefined {
  const top = findScopes(sourceCode, at).filter((scope) => scope.type === 'module' || scope.type === 'global')
  const fitting = top.flatMap((scope) => scope.variables).filter((variable) => {
    const shape = taken.includes(variable.name) || resolveVariable(sourceCode, variable.name, at) !== variable
      ? undefined : resolveShape(sourceCode, variable)
    return shape && names.every((name) => shape.keys.has(name))
      && shape.required.every((name) => names.includes(name))
  })
  return fitting.length === 1 ? fitting[0]?.name : undefined
}

function findScopes(sourceCode: SourceCode, at: Node): Scope.Scope[] {
  const scopes: Scope.Scope[] = []
  for (let scope: Scope.Scope | null = sourceCode.getScope(at); scope; scope = scope.upper) scopes.push(scope)
  return scopes
}

/** Declared outside all functions, so that it has its value when a handler runs. */
function isTopLevel(variable: Scope.Variable): boolean {
  return variable.scope.type === 'module' || variable.scope.type === 'global'
}

function resolveShape(sourceCode: SourceCode, variable: Scope.Variable): Shape | undefined {
  let call = resolveInitialiser(variable)?.init as Node | undefined
  while (call?.type === 'CallExpression' && call.callee.type === 'MemberExpression') {
    const { property, object, computed } = call.callee
    const name = resolveKeyName(property, computed) ?? ''
    if (KEEPS_SHAPE.test(name)) {
      call = object
      continue
    }
    const [shape] = call.arguments
    const isZod = /^zod(?:\/|$)/.test(resolveImport(sourceCode, object)?.module ?? '')
    return MAKES_OBJECT.test(name) && isZod && shape?.type === 'ObjectExpression' ? readShape(shape) : undefined
  }
  return undefined
}

function readShape({ properties }: ObjectExpression): Shape | undefined {
  const keys = new Set<string>()
  const required: string[] = []
  for (const item of properties) {
    const name = item.type === 'Property' ? resolveKeyName(item.key, item.computed) : undefined
    if (item.type !== 'Property' || name === undefined) return undefined
    keys.add(name)
    if (!mayBeMissing(item.value)) required.push(name)
  }
  return { keys, required }
}

function mayBeMissing(schema: Node): boolean {
  if (schema.type !== 'CallExpression' || schema.callee.type !== 'MemberExpression') return false
  const name = resolveKeyName(schema.callee.property, schema.callee.computed) ?? ''
  return MAY_BE_MISSING.test(name) || mayBeMissing(schema.callee.object)
}
