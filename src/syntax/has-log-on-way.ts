import type { SourceCode } from 'eslint'
import type { CallExpression, Node } from 'estree'
import { findChildren } from './find-children.ts'
import { getParent } from './get-parent.ts'
import { isLogName } from './is-log-name.ts'
import { resolveFunction } from './resolve-function.ts'

const BRANCHES = /^(?:If|For|ForOf|ForIn|While|DoWhile|Switch)Statement$/u
const MAX_DEPTH = 2

/**
 * Whether something is logged on the way that leads through a node: in a statement of the blocks around it, within its
 * function, or where its function is called in this file.
 */
export function hasLogOnWay(sourceCode: SourceCode, start: Node, depth = 0): boolean {
  for (let child = start, node = getParent(start); node; child = node, node = getParent(node)) {
    if (/Function/u.test(node.type)) return depth < MAX_DEPTH && isLoggedByCallers(sourceCode, node, depth)
    const statements = node.type === 'BlockStatement' ? node.body : node.type === 'SwitchCase' ? node.consequent : []
    if (statements.some((item) => !BRANCHES.test(item.type) && logs(sourceCode, item, 0))) return true
    if (node.type === 'TryStatement' && child === node.block && node.handler && logs(sourceCode, node.handler, 0)) return true
  }
  return false
}

/** Of a function that has a name: whether one of its calls in this file has a log on its way. */
function isLoggedByCallers(sourceCode: SourceCode, node: Node, depth: number): boolean {
  return findCalls(sourceCode, node).some((call) => hasLogOnWay(sourceCode, call, depth + 1))
}

/** The calls in this file of a function that is declared under a name. */
export function findCalls(sourceCode: SourceCode, node: Node): CallExpression[] {
  const name = nameOf(node)
  const [variable] = name ? sourceCode.getDeclaredVariables(name.owner).filter((item) => item.name === name.name) : []
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const call = getParent(identifier as Node)
    return call?.type === 'CallExpression' && call.callee === identifier ? [call] : []
  })
}

function nameOf(node: Node): { readonly name: string; readonly owner: Node } | undefined {
  if (node.type === 'FunctionDeclaration') return { name: node.id.name, owner: node }
  const parent = getParent(node)
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? { name: parent.id.name, owner: parent } : undefined
}

/** Whether a statement calls a log, itself or through a function of this file; functions inside it are not called by it. */
function logs(sourceCode: SourceCode, node: Node, depth: number): boolean {
  if (/Function|^Class/u.test(node.type)) return false
  if (node.type === 'CallExpression') {
    if (isLogName(calleeText(sourceCode, node))) return true
    const body = depth < MAX_DEPTH ? resolveFunction(sourceCode, node.callee)?.body : undefined
    if (body && findChildren(sourceCode, body).some((child) => logs(sourceCode, child, depth + 1))) return true
  }
  return findChildren(sourceCode, node).some((child) => logs(sourceCode, child, depth))
}

function calleeText(sourceCode: SourceCode, { callee }: CallExpression): string {
  return sourceCode.getText(callee).replaceAll(/\?\.|!\./gu, '.').replaceAll(/\([^()]*\)/gu, '')
}
