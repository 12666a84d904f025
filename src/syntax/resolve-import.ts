import type { Scope, SourceCode } from 'eslint'
import type { Node, Pattern } from 'estree'
import { resolveInitialiser } from './resolve-initialiser.ts'
import { resolveKeyName } from './resolve-key-name.ts'
import { resolveVariable } from './resolve-variable.ts'
import { stripCasts } from './strip-casts.ts'

/** What a module gives: `path` is empty for the module itself, `['promises', 'readFile']` for a member of a member. */
export interface ImportPath {
  /** Without the `node:` prefix. */
  readonly module: string
  readonly path: readonly string[]
}

const INTEROP = /^(?:__importStar|__importDefault|__toESM|_interopRequire\w*)$/
/** Aliases of aliases; compiled code needs three. */
const MAX_DEPTH = 8

/**
 * The module member that an expression names, through imports, `require`, awaited `import()`, destructuring and
 * constant aliases. `default` is left out of the path, because interop puts it there or not. `undefined` when it is
 * anything else.
 */
export function resolveImport(sourceCode: SourceCode, node: Node, depth = 0): ImportPath | undefined {
  if (depth > MAX_DEPTH) return undefined
  const expression = stripCasts(node)
  if (expression.type === 'Identifier') {
    const variable = resolveVariable(sourceCode, expression.name, expression)
    return variable && resolveBinding(sourceCode, variable, depth + 1)
  }
  if (expression.type === 'MemberExpression') {
    const name = resolveKeyName(expression.property, expression.computed)
    const base = name === undefined ? undefined : resolveImport(sourceCode, expression.object, depth + 1)
    return base && name !== undefined ? extend(base, [name]) : undefined
  }
  if (expression.type === 'CallExpression') return resolveRequire(sourceCode, expression, depth + 1)
  if (expression.type === 'AwaitExpression' && expression.argument.type === 'ImportExpression') {
    return ofModule(expression.argument.source)
  }
  return undefined
}

function resolveBinding(sourceCode: SourceCode, variable: Scope.Variable, depth: number): ImportPath | undefined {
  const [definition, ...others] = variable.defs
  if (!definition || others.length > 0) return undefined
  if (definition.type === 'ImportBinding') return resolveSpecifier(definition.node, definition.parent)
  if (definition.type !== 'Variable' || !definition.node.init) return undefined
  if (variable.references.some((reference) => reference.isWrite() && !reference.init)) return undefined
  const keys = keysTo(definition.node.id, definition.name)
  const base = keys && resolveImport(sourceCode, definition.node.init, depth)
  return base && extend(base, keys)
}

function resolveSpecifier(specifier: Node, declaration: Node | null): ImportPath | undefined {
  if (declaration?.type !== 'ImportDeclaration') {
    // `import x = require('m')` exists in TypeScript only, so ESTree has no type for it.
    const reference = (specifier as { moduleReference?: { expression?: Node } }).moduleReference
    return reference?.expression && ofModule(reference.expression)
  }
  const base = ofModule(declaration.source)
  if (!base || specifier.type !== 'ImportSpecifier') return base
  const { imported } = specifier
  return extend(base, [imported.type === 'Identifier' ? imported.name : String(imported.value)])
}

function resolveRequire(
  sourceCode: SourceCode,
  call: Extract<Node, { type: 'CallExpression' }>,
  depth: number,
): ImportPath | undefined {
  const [argument] = call.arguments
  const callee = stripCasts(call.callee)
  if (!argument || callee.type !== 'Identifier') return undefined
  if (INTEROP.test(callee.name)) return resolveImport(sourceCode, argument, depth)
  if (callee.name !== 'require') return undefined
  const require = resolveVariable(sourceCode, 'require', callee)
  if (!require || require.defs.length === 0) return ofModule(argument)
  const init = resolveInitialiser(require)?.init
  const creator = init?.type === 'CallExpression' ? resolveImport(sourceCode, init.callee, depth) : undefined
  return creator?.path[0] === 'createRequire' ? ofModule(argument) : undefined
}

function ofModule(source: Node): ImportPath | undefined {
  if (source.type !== 'Literal' || typeof source.value !== 'string') return undefined
  return { module: source.value.replace(/^node:(?!sqlite$)/, ''), path: [] }
}

function extend(base: ImportPath, names: readonly string[]): ImportPath {
  return { module: base.module, path: [...base.path, ...names.filter((name) => name !== 'default')] }
}

function keysTo(pattern: Pattern, name: Node): string[] | undefined {
  if (pattern === name) return []
  if (pattern.type !== 'ObjectPattern') return undefined
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') continue
    const rest = keysTo(property.value, name)
    if (rest) return [property.key.name, ...rest]
  }
  return undefined
}
