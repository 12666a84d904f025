import type { TSESTree } from '@typescript-eslint/types'
import type { SourceCode } from 'eslint'
import type { CallExpression, Node } from 'estree'
import { getParent } from './get-parent.ts'
import { resolveDeclaredType, resolveReturnedType, withValue, type DeclaredType } from './resolve-declared-type.ts'
import { resolveFunction } from './resolve-function.ts'
import { resolveImport } from './resolve-import.ts'
import { resolveInitialiser } from './resolve-initialiser.ts'
import { resolveKeyName } from './resolve-key-name.ts'
import { resolveVariable } from './resolve-variable.ts'
import { stripCasts } from './strip-casts.ts'

const ARITHMETIC = new Set(['-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>'])
const NUMBER_MAKERS = new Set(['Number', 'parseInt', 'parseFloat'])
/** Methods that only strings have, or that give a string whatever they are called on. */
const STRING_METHODS = new Set([
  'trim', 'trimStart', 'trimEnd', 'toLowerCase', 'toUpperCase', 'replace', 'replaceAll', 'substring', 'charAt', 'padStart',
  'padEnd', 'repeat', 'normalize', 'toString', 'toISOString', 'toFixed', 'join', 'stringify',
])
const PATH_FUNCTIONS = /^(?:(?:posix|win32)\.)?(?:join|resolve|basename|dirname|extname|relative|normalize)$/
/** Names of names. */
const MAX_DEPTH = 8

/**
 * What the file itself shows a value to be: by a literal, an operator, an annotation or a schema. `other` is, or may be,
 * neither a string nor a number.
 */
export function resolveValueType(sourceCode: SourceCode, node: Node, depth = 0): DeclaredType {
  if (depth > MAX_DEPTH) return 'unknown'
  const next = (part: Node): DeclaredType => resolveValueType(sourceCode, part, depth + 1)
  const declared = resolveDeclaredType(sourceCode, node)
  if (declared !== 'unknown') return declared
  const expression = stripCasts(node)
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' ? 'string' : typeof expression.value === 'number' ? 'number' : 'other'
    case 'TemplateLiteral':
      return 'string'
    case 'UnaryExpression':
      return expression.operator === 'typeof' ? 'string' : /^[-+~]$/.test(expression.operator) ? 'number' : 'other'
    case 'BinaryExpression':
      if (expression.operator !== '+') return ARITHMETIC.has(expression.operator) ? 'number' : 'other'
      return [expression.left, expression.right].some((part) => next(part) === 'string') ? 'string' : 'unknown'
    case 'ConditionalExpression':
      return either(next(expression.consequent), next(expression.alternate))
    case 'LogicalExpression':
      if (expression.operator === '&&') return 'other'
      return either(withValue(next(expression.left)), next(expression.right))
    case 'ChainExpression':
      return 'other'
    case 'MemberExpression':
      return resolveKeyName(expression.property, expression.computed) === 'length' ? 'number' : 'unknown'
    case 'CallExpression':
      return ofCall(sourceCode, expression)
    case 'AwaitExpression':
      return next(expression.argument)
    case 'Identifier':
      return ofName(sourceCode, expression.name, expression, depth)
    default:
      return 'unknown'
  }
}

function either(one: DeclaredType, other: DeclaredType): DeclaredType {
  if (one === other) return one
  if (withValue(one) === withValue(other)) return one === withValue(one) ? other : one
  return [one, other].includes('unknown') ? 'unknown' : 'other'
}

function ofName(sourceCode: SourceCode, name: string, at: Node, depth: number): DeclaredType {
  const variable = resolveVariable(sourceCode, name, at)
  const init = resolveInitialiser(variable)?.init
  if (init) return resolveValueType(sourceCode, init, depth + 1)
  const declared = variable?.defs[0]?.name
  const holder = declared && getParent(declared)
  // `(name = 1) => …`: the value that it has where nothing is given.
  if (holder?.type !== 'AssignmentPattern' || holder.left !== declared) return 'unknown'
  return resolveValueType(sourceCode, holder.right, depth + 1)
}

function ofCall(sourceCode: SourceCode, call: CallExpression): DeclaredType {
  const { callee } = call
  if (callee.type === 'Identifier' && callee.name === 'String') return 'string'
  if (callee.type === 'Identifier' && NUMBER_MAKERS.has(callee.name)) return 'number'
  const imported = resolveImport(sourceCode, callee)
  if (imported) return imported.module === 'path' && PATH_FUNCTIONS.test(imported.path.join('.')) ? 'string' : 'unknown'
  const method = callee.type === 'MemberExpression' && !callee.optional ? resolveKeyName(callee.property, callee.computed) : undefined
  if (method !== undefined && STRING_METHODS.has(method)) return 'string'
  const fn = resolveFunction(sourceCode, callee) as { returnType?: TSESTree.TSTypeAnnotation } | undefined
  return fn?.returnType ? resolveReturnedType(sourceCode, fn.returnType.typeAnnotation) : 'unknown'
}
