import type { SourceCode } from 'eslint'
import type { CallExpression, Node } from 'estree'
import { getParent } from './get-parent.ts'
import { resolveKeyName } from './resolve-key-name.ts'
import { resolveVariable } from './resolve-variable.ts'

const PARSERS: ReadonlySet<string | undefined> = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync'])
const OBJECTS: ReadonlySet<string | undefined> = new Set(['object', 'strictObject', 'looseObject'])

export interface SchemaDefault {
  /** The property that gets the default. */
  readonly name: string
  readonly fallback: Node
}

/**
 * The default that a call gives to a property of a schema with which an accepted value is parsed:
 * `z.object({ KEY: z.string().default('a') }).parse(process.env)`, at once or through a constant. `undefined` for any other call.
 */
export function resolveSchemaDefault(
  sourceCode: SourceCode, node: CallExpression, isAccepted: (value: Node) => boolean,
): SchemaDefault | undefined {
  const [fallback] = node.arguments
  if (methodOf(node) !== 'default' || !fallback) return undefined
  const property = getParent(endOfChain(node))
  const shape = property && getParent(property)
  const object = shape && getParent(shape)
  if (property?.type !== 'Property' || object?.type !== 'CallExpression' || object.arguments[0] !== shape) return undefined
  const name = resolveKeyName(property.key, property.computed)
  if (name === undefined || !OBJECTS.has(methodOf(object))) return undefined
  const end = endOfChain(object)
  const declaration = getParent(end)
  const variable = declaration?.type === 'VariableDeclarator' && declaration.id.type === 'Identifier'
    ? resolveVariable(sourceCode, declaration.id.name, declaration.id) : undefined
  const ends = [end, ...(variable?.references ?? []).map(({ identifier }) => endOfChain(identifier as Node))]
  const isParsed = ends.some((last) => callsOf(last).some((call) => {
    const [given] = call.arguments
    return PARSERS.has(methodOf(call)) && given !== undefined && isAccepted(given)
  }))
  return isParsed ? { name, fallback } : undefined
}

function methodOf({ callee }: CallExpression): string | undefined {
  return callee.type === 'MemberExpression' ? resolveKeyName(callee.property, callee.computed) : undefined
}

/** `a.b().c()` for `a`. */
function endOfChain(node: Node): Node {
  const member = getParent(node)
  const call = member && getParent(member)
  const goesOn = member?.type === 'MemberExpression' && member.object === node && call?.type === 'CallExpression' && call.callee === member
  return goesOn ? endOfChain(call) : node
}

/** The calls of a chain, the last one first. */
function callsOf(node: Node): CallExpression[] {
  if (node.type !== 'CallExpression') return []
  return [node, ...(node.callee.type === 'MemberExpression' ? callsOf(node.callee.object as Node) : [])]
}
