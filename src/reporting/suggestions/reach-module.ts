import type { AST, Rule, Scope, SourceCode } from 'eslint'
import type { Node } from 'estree'
import { quoteText } from '../../syntax/quote-text.ts'
import { resolveImport } from '../../syntax/resolve-import.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'

export interface ReachedModule {
  /** What to write for a member of the module. */
  readonly write: (member: string) => string
  /** The edits that make it available; none where it is already. */
  readonly edit: (fixer: Rule.RuleFixer) => Rule.Fix[]
}

/**
 * A way to use members of a Node module at a node: names that the file has bound to them, names added to an import that
 * it has, or a new import or `require`. An added import makes fixes of one pass collide, so it is the last resort.
 */
export function reachModule(
  sourceCode: SourceCode,
  module: string,
  members: readonly string[],
  at: Node,
): ReachedModule | undefined {
  const bound = findBindings(sourceCode, module, at)
  const whole = bound.get('')
  if (whole !== undefined) return { write: (member) => `${whole}.${member}`, edit: () => [] }
  const missing = members.filter((member) => !bound.has(member))
  if (missing.length === 0) return { write: (member) => bound.get(member) ?? member, edit: () => [] }
  const named = findNamedBinding(sourceCode, module)
  if (named && missing.every((member) => isUnused(sourceCode, member))) {
    const text = missing.map((member) => `, ${member}`).join('')
    return {
      write: (member) => bound.get(member) ?? member,
      edit: (fixer) => [fixer.insertTextAfter(named, text)],
    }
  }
  return importModule(sourceCode, module)
}

/** What the names visible at a node stand for: the text to write by member, the whole module under the empty string. */
function findBindings(sourceCode: SourceCode, module: string, at: Node): Map<string, string> {
  const bound = new Map<string, string>()
  const here = sourceCode.getScope(at)
  for (let scope: Scope.Scope | null = here; scope; scope = scope.upper) {
    for (const { name, defs } of scope.variables) {
      const [definition] = defs
      if (!definition || isTypeOnly(definition)) continue
      if (resolveVariable(sourceCode, name, at)?.defs[0] !== definition) continue
      const isLater = (definition.name as Node & { range: AST.Range }).range[0] > (at.range?.[0] ?? 0)
      if (isLater && scope.variableScope === here.variableScope) continue
      const member = resolveImport(sourceCode, definition.name)
      if (member?.module !== module || member.path.length > 1) continue
      const key = member.path[0] ?? ''
      const text = key === '' ? wholeModuleText(sourceCode, definition.node, name) : name
      if (!bound.has(key)) bound.set(key, text)
    }
  }
  return bound
}

/** Compilers wrap a CommonJS module so that its members are under `default`. */
function wholeModuleText(sourceCode: SourceCode, declarator: Node, name: string): string {
  if (declarator.type !== 'VariableDeclarator' || !declarator.init) return name
  const isWrapped = /(?:__importDefault|__toESM|_interopRequireDefault)\(/.test(sourceCode.getText(declarator.init))
  return isWrapped ? `${name}.default` : name
}

function isTypeOnly(definition: Scope.Definition): boolean {
  // `importKind` is of TypeScript's tree only.
  const nodes = [definition.node, definition.parent] as ({ importKind?: string } | null | undefined)[]
  return nodes.some((node) => node?.importKind === 'type')
}

/** The last name in `import { a, b } from 'module'` or `const { a, b } = require('module')`. */
function findNamedBinding(sourceCode: SourceCode, module: string): Node | undefined {
  for (const statement of sourceCode.ast.body) {
    if (statement.type === 'ImportDeclaration') {
      const last = statement.specifiers.at(-1)
      const isOfModule = String(statement.source.value).replace(/^node:/, '') === module
      if (last?.type === 'ImportSpecifier' && isOfModule && !/^import\s+type\b/.test(sourceCode.getText(statement))) {
        return last
      }
    }
    if (statement.type !== 'VariableDeclaration') continue
    for (const { id, init } of statement.declarations) {
      const last = id.type === 'ObjectPattern' ? id.properties.at(-1) : undefined
      const required = last?.type === 'Property' && init ? resolveImport(sourceCode, init) : undefined
      if (required?.module === module && required.path.length === 0) return last
    }
  }
  return undefined
}

function importModule(sourceCode: SourceCode, module: string): ReachedModule | undefined {
  const longName = `node${module.charAt(0).toUpperCase()}${module.slice(1)}`
  const name = [module, longName].find((item) => isUnused(sourceCode, item))
  const { body } = sourceCode.ast
  const anchor = body.find((statement) => !('directive' in statement))
  if (!name || !anchor) return undefined
  const source = quoteText(sourceCode, `node:${module}`)
  const isEsm = body.some((statement) => /^(?:Import|Export)/.test(statement.type))
  const looksCommonJs = sourceCode.ast.sourceType !== 'module' || /\brequire\(|\bexports\b/.test(sourceCode.text)
  const isCommonJs = !isEsm && looksCommonJs
  const hasNamespaces = body.some(
    (item) => item.type === 'ImportDeclaration' && item.specifiers.some((it) => it.type === 'ImportNamespaceSpecifier'),
  )
  // A file that imports namespaces may be compiled without default imports of CommonJS modules.
  const binding = hasNamespaces ? `* as ${name}` : name
  const statement = isCommonJs ? `const ${name} = require(${source})` : `import ${binding} from ${source}`
  const end = sourceCode.getLastToken(anchor)?.value === ';' ? ';' : ''
  return {
    write: (member) => `${name}.${member}`,
    edit: (fixer) => [fixer.insertTextBefore(anchor, `${statement}${end}\n`)],
  }
}

/** Whether no scope of the file declares or reads the name: a new binding at the top then hides nothing. */
function isUnused(sourceCode: SourceCode, name: string): boolean {
  return sourceCode.scopeManager.scopes.every((scope) => {
    const isDeclared = (scope.set.get(name)?.defs.length ?? 0) > 0
    return !isDeclared && scope.references.every((reference) => reference.identifier.name !== name)
  })
}
