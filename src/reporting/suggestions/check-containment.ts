import type { SourceCode } from 'eslint'
import type { Node } from 'estree'
import { getParent } from '../../syntax/get-parent.ts'
import { isFreeName } from '../../syntax/is-free-name.ts'
import { quoteText } from '../../syntax/quote-text.ts'
import { resolveInitialiser } from '../../syntax/resolve-initialiser.ts'
import { resolvePathRoot } from '../../syntax/resolve-path-root.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { unwrap } from '../../syntax/unwrap.ts'
import type { EditBuilder } from '../edit.ts'
import { reachModule } from './reach-module.ts'

const MESSAGE = 'Path is outside the allowed directory'
const USED = ['isAbsolute', 'relative', 'resolve', 'sep']
/** Callees whose callbacks nobody catches for: an error thrown there ends the process. */
const THROWS_INTO_NOTHING = /^(?:on|once|addListener|createServer|set(?:Timeout|Interval|Immediate)|nextTick)$/

interface Place {
  readonly statement: Node
  /** The joined path, and the text that names it from the check on. */
  readonly joined: Node
  readonly name: string | undefined
}

/**
 * Puts a containment check before the sink, or after the declaration of the variable that the sink is given:
 * `path.relative` from the root must neither climb nor be absolute, which holds on Windows and for `/` as well.
 */
export const checkContainment: EditBuilder = ({ sourceCode, argument }) => {
  const place = findPlace(sourceCode, argument)
  const root = place && resolvePathRoot(sourceCode, place.joined)
  if (!place || root === undefined || !mayThrow(place.statement)) return undefined
  const { statement, joined } = place
  const path = reachModule(sourceCode, 'path', USED, joined)
  if (!path) return undefined
  // A name that shadows a function of the module could not be declared with it.
  const written = USED.map(path.write)
  const isFree = (name: string): boolean => !written.includes(name) && isFreeName(sourceCode, name, statement)
  const resolved = place.name ?? ['resolved', 'resolvedPath', 'containedPath'].find(isFree)
  const relative = ['relative', 'relativePath', 'pathFromRoot'].find(isFree)
  if (!resolved || !relative) return undefined
  const end = sourceCode.getLastToken(statement)?.value === ';' ? ';' : ''
  const indent = /^[ \t]*/.exec(sourceCode.lines[(statement.loc?.start.line ?? 1) - 1] ?? '')?.[0] ?? ''
  const unit = indent.startsWith('\t') ? '\t' : '  '
  const up = quoteText(sourceCode, '..')
  // With the separator: `..notes` is a name like any other.
  const climbs = `${relative} === ${up} || ${relative}.startsWith(${up} + ${path.write('sep')})`
  const check = [
    `const ${relative} = ${path.write('relative')}(${root}, ${resolved})${end}`,
    `if (${climbs} || ${path.write('isAbsolute')}(${relative})) {`,
    `${unit}throw new Error(${quoteText(sourceCode, MESSAGE)})${end}`,
    '}',
  ]
  if (place.name !== undefined) {
    const text = check.map((line) => `\n${indent}${line}`).join('')
    return (fixer) => [...path.edit(fixer), fixer.insertTextAfter(statement, text)]
  }
  const value = sourceCode.getText(joined)
  const declaration = `const ${resolved} = ${isResolved(value) ? value : `${path.write('resolve')}(${value})`}${end}`
  const text = [declaration, ...check].map((line) => `${line}\n${indent}`).join('')
  return (fixer) => [
    ...path.edit(fixer),
    fixer.insertTextBefore(statement, text),
    fixer.replaceText(argument, resolved),
  ]
}

function findPlace(sourceCode: SourceCode, argument: Node): Place | undefined {
  const node = unwrap(argument)
  if (node.type !== 'Identifier') {
    const statement = findStatement(argument)
    const isSettled = statement && !refersInto(sourceCode, argument, statement)
    return isSettled ? { statement, joined: node, name: undefined } : undefined
  }
  const init = resolveInitialiser(resolveVariable(sourceCode, node.name, node))
  const declaration = init && getParent(init)
  if (!init || declaration?.type !== 'VariableDeclaration' || declaration.declarations.length !== 1) return undefined
  const joined = unwrap(init.init)
  return isInBlock(declaration) ? { statement: declaration, joined, name: node.name } : undefined
}

/** The statement that evaluates a node exactly once and whatever happens, where a statement can be put before it. */
function findStatement(argument: Node): Node | undefined {
  let child = argument
  for (let parent = getParent(child); parent; child = parent, parent = getParent(child)) {
    if (/^(?:Expression|Return|Throw)Statement$|^VariableDeclaration$/.test(parent.type)) {
      return isInBlock(parent) ? parent : undefined
    }
    if (parent.type === 'IfStatement') {
      return parent.test === child && isInBlock(parent) ? parent : undefined
    }
    if (parent.type === 'ConditionalExpression' && parent.test !== child) return undefined
    if (parent.type === 'LogicalExpression' && parent.left !== child) return undefined
    if (parent.type === 'ChainExpression' || /Function|Class|Pattern|Statement$/.test(parent.type)) return undefined
  }
  return undefined
}

/** Whether a node uses a variable that the statement itself declares, or has an effect whose order would change. */
function refersInto(sourceCode: SourceCode, argument: Node, statement: Node): boolean {
  const declared = sourceCode.getDeclaredVariables(statement)
  const text = sourceCode.getText(argument)
  if (/\b(?:await|yield)\b|\+\+|--|[^=!<>]=[^=>]/.test(text)) return true
  return declared.some((variable) =>
    variable.references.some(({ identifier }) => {
      const [start, end] = argument.range ?? [0, 0]
      const position = (identifier as Node).range?.[0] ?? -1
      return position >= start && position < end
    }),
  )
}

function isInBlock(statement: Node): boolean {
  return /^(?:BlockStatement|Program|StaticBlock|TSModuleBlock)$/.test(getParent(statement)?.type ?? '')
}

function mayThrow(statement: Node): boolean {
  for (let node = statement, parent = getParent(node); parent; node = parent, parent = getParent(node)) {
    if (parent.type === 'TryStatement' && parent.block === node && parent.handler) return true
    if (!/Function/.test(parent.type)) continue
    const call = getParent(parent)
    if (call?.type !== 'CallExpression') return true
    const callee = unwrap(call.callee)
    const name = callee.type === 'MemberExpression' ? callee.property : callee
    return !(name.type === 'Identifier' && THROWS_INTO_NOTHING.test(name.name))
  }
  return true
}

function isResolved(text: string): boolean {
  return /^(?:[\w$]+\.)*resolve\(/.test(text)
}
