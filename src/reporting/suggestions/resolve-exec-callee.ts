import type { SourceCode } from 'eslint'
import type { CallExpression, Identifier, Node } from 'estree'
import { getParent } from '../../syntax/get-parent.ts'
import { hasSingleRead } from '../../syntax/has-single-read.ts'
import { resolveImport } from '../../syntax/resolve-import.ts'
import { resolveInitialiser } from '../../syntax/resolve-initialiser.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'
import type { TextEdit } from './text-edit.ts'

/** A call of `exec` in one of its forms, and the edits that make it a call of `execFile` in the same form. */
export interface ExecCallee {
  readonly form: 'callback' | 'sync' | 'promise'
  readonly edits: readonly TextEdit[]
}

/** How to write the counterpart of one name or member, with what has to change elsewhere for it. */
interface Counterpart {
  readonly text: string
  readonly edits: readonly TextEdit[]
}

const COUNTERPARTS: Readonly<Record<string, string>> = { exec: 'execFile', execSync: 'execFileSync' }

/** Follows imports, `require` and `promisify` through the scopes of the file; `undefined` for every other function. */
export function resolveExecCallee(sourceCode: SourceCode, call: CallExpression): ExecCallee | undefined {
  const callee = stripCasts(call.callee)
  const name = execNameOf(sourceCode, callee)
  if (name !== undefined) {
    const found = counterpartOf(sourceCode, callee, call, true)
    const form = name === 'exec' ? 'callback' : 'sync'
    return found && { form, edits: [...found.edits, replace(sourceCode, callee, found.text)] }
  }
  const inner = promisifiedBy(sourceCode, callee)
  if (inner) {
    const found = counterpartOf(sourceCode, inner, call, true)
    return found && { form: 'promise', edits: [...found.edits, replace(sourceCode, inner, found.text)] }
  }
  if (callee.type !== 'Identifier') return undefined
  const found = counterpartOfAlias(sourceCode, callee, call)
  return found && { form: 'promise', edits: [...found.edits, replace(sourceCode, callee, found.text)] }
}

function execNameOf(sourceCode: SourceCode, node: Node): string | undefined {
  const path = resolveImport(sourceCode, node)
  const [name, ...others] = path?.module === 'child_process' ? path.path : []
  return name !== undefined && others.length === 0 && Object.hasOwn(COUNTERPARTS, name) ? name : undefined
}

/** The function inside `promisify(f)`, where that is `exec`. */
function promisifiedBy(sourceCode: SourceCode, node: Node): Node | undefined {
  const inner = argumentOfPromisify(sourceCode, node)
  return inner && execNameOf(sourceCode, inner) === 'exec' ? inner : undefined
}

function argumentOfPromisify(sourceCode: SourceCode, node: Node): Node | undefined {
  const call = stripCasts(node)
  if (call.type !== 'CallExpression' || call.arguments.length !== 1) return undefined
  const path = resolveImport(sourceCode, call.callee)
  return path?.module === 'util' && path.path.join('.') === 'promisify' ? call.arguments[0] : undefined
}

/** `mayReplace`: the expression itself goes away, so that its import may go with it where nothing else uses it. */
function counterpartOf(
  sourceCode: SourceCode,
  expression: Node,
  at: Node,
  mayReplace: boolean,
): Counterpart | undefined {
  const node = stripCasts(expression)
  const wanted = COUNTERPARTS[execNameOf(sourceCode, node) ?? '']
  if (wanted === undefined) return undefined
  if (node.type === 'MemberExpression') {
    if (node.computed || node.optional) return undefined
    return { text: `${sourceCode.getText(node.object)}.${wanted}`, edits: [] }
  }
  if (node.type !== 'Identifier') return undefined
  const existing = visibleName(sourceCode, at, (name) => isMember(sourceCode, name, wanted))
  if (existing !== undefined) return { text: existing, edits: [] }
  const variable = resolveVariable(sourceCode, node.name, node)
  const [definition] = variable?.defs ?? []
  const text = counterpartName(node.name, wanted)
  if (!variable || !definition || !isFree(sourceCode, text, at, node)) return undefined
  const edit = editOfBinding(sourceCode, definition.name, wanted, text, mayReplace && hasSingleRead(variable))
  return edit && { text, edits: [edit] }
}

function counterpartOfAlias(sourceCode: SourceCode, alias: Identifier, at: Node): Counterpart | undefined {
  const variable = resolveVariable(sourceCode, alias.name, alias)
  const declarator = resolveInitialiser(variable)
  const inner = declarator && promisifiedBy(sourceCode, declarator.init)
  const declaration = declarator && getParent(declarator)
  if (!variable || !inner || declaration?.type !== 'VariableDeclaration') return undefined
  const existing = visibleName(sourceCode, at, (name) => isPromisifiedExecFile(sourceCode, name))
  if (existing !== undefined) return { text: existing, edits: [] }
  const replaces = hasSingleRead(variable)
  const found = counterpartOf(sourceCode, inner, declaration, replaces)
  const text = counterpartName(alias.name, 'execFileAsync')
  if (!found || text === found.text || hasTypes(sourceCode, declarator)) return undefined
  if (!isFree(sourceCode, text, at, alias)) return undefined
  if (replaces) {
    const edits = [replace(sourceCode, declarator.id, text), replace(sourceCode, inner, found.text)]
    return { text, edits: [...found.edits, ...edits] }
  }
  const value = spliceText(sourceCode, declarator.init, inner, found.text)
  const added = insertAfter(sourceCode, declaration, `${declaration.kind} ${text} = ${value}`)
  return { text, edits: [...found.edits, added] }
}

/** An annotation, or type arguments of `promisify`, describe `exec` and would be wrong for its counterpart. */
function hasTypes(sourceCode: SourceCode, { id, init }: { readonly id: Identifier; readonly init: Node }): boolean {
  const { typeArguments } = init as { typeArguments?: unknown }
  return sourceCode.getText(id) !== id.name || typeArguments !== undefined
}

/** Makes an import, a destructured `require` or a declaration bind the counterpart, beside what it binds or instead. */
function editOfBinding(
  sourceCode: SourceCode,
  name: Identifier,
  wanted: string,
  text: string,
  replaces: boolean,
): TextEdit | undefined {
  const holder = getParent(name)
  if (holder?.type === 'ImportSpecifier') {
    const specifier = text === wanted ? text : `${wanted} as ${text}`
    return replaces ? replace(sourceCode, holder, specifier) : insert(sourceCode, holder, `, ${specifier}`)
  }
  if (holder?.type === 'Property') {
    const property = text === wanted ? text : `${wanted}: ${text}`
    return replaces ? replace(sourceCode, holder, property) : insert(sourceCode, holder, `, ${property}`)
  }
  if (holder?.type !== 'VariableDeclarator' || holder.init?.type !== 'MemberExpression') return undefined
  const value = `${sourceCode.getText(holder.init.object)}.${wanted}`
  if (replaces) return replace(sourceCode, holder, `${text} = ${value}`)
  return insert(sourceCode, holder, `, ${text} = ${value}`)
}

/** `execAsync` becomes `execFileAsync`; a name without `exec` in it says nothing that could be kept. */
function counterpartName(name: string, otherwise: string): string {
  if (!/exec/i.test(name)) return otherwise
  return name.replace(/exec/i, (part) => (part === 'exec' ? 'execFile' : 'ExecFile'))
}

function visibleName(sourceCode: SourceCode, at: Node, matches: (name: Identifier) => boolean): string | undefined {
  for (let scope: ReturnType<SourceCode['getScope']> | null = sourceCode.getScope(at); scope; scope = scope.upper) {
    const found = scope.variables.find(({ defs }) => defs.length === 1 && defs[0] && matches(defs[0].name))
    if (!found || isTypeOnly(found.defs[0]?.name)) continue
    if (resolveVariable(sourceCode, found.name, at) === found) return found.name
  }
  return undefined
}

function isTypeOnly(name: Identifier | undefined): boolean {
  const specifier = name && getParent(name)
  const declaration = specifier && getParent(specifier)
  // `importKind` is TypeScript's: `import type { … }` and `import { type … }` bind nothing at run time.
  return [specifier, declaration].some((node) => (node as { importKind?: string } | undefined)?.importKind === 'type')
}

function isMember(sourceCode: SourceCode, name: Identifier, wanted: string): boolean {
  const path = resolveImport(sourceCode, name)
  return path?.module === 'child_process' && path.path.join('.') === wanted
}

function isPromisifiedExecFile(sourceCode: SourceCode, name: Identifier): boolean {
  const init = resolveInitialiser(resolveVariable(sourceCode, name.name, name))?.init
  const inner = init && argumentOfPromisify(sourceCode, init)
  const path = inner && resolveImport(sourceCode, inner)
  return path?.module === 'child_process' && path.path.join('.') === 'execFile'
}

function isFree(sourceCode: SourceCode, name: string, ...places: readonly Node[]): boolean {
  return places.every((place) => resolveVariable(sourceCode, name, place) === undefined)
}

function replace(sourceCode: SourceCode, node: Node, text: string): TextEdit {
  return { range: sourceCode.getRange(node), text }
}

function insert(sourceCode: SourceCode, after: Node, text: string): TextEdit {
  const [, end] = sourceCode.getRange(after)
  return { range: [end, end], text }
}

function insertAfter(sourceCode: SourceCode, declaration: Node, text: string): TextEdit {
  const parent = getParent(declaration)
  const statement = parent?.type === 'ExportNamedDeclaration' ? parent : declaration
  const line = sourceCode.lines[(statement.loc?.start.line ?? 1) - 1] ?? ''
  const indent = /^\s*/.exec(line)?.[0] ?? ''
  const semicolon = sourceCode.getText(declaration).endsWith(';') ? ';' : ''
  return insert(sourceCode, statement, `\n${indent}${text}${semicolon}`)
}

function spliceText(sourceCode: SourceCode, outer: Node, inner: Node, text: string): string {
  const [start] = sourceCode.getRange(outer)
  const [from, to] = sourceCode.getRange(inner)
  const whole = sourceCode.getText(outer)
  return whole.slice(0, from - start) + text + whole.slice(to - start)
}
