import type { SourceCode } from 'eslint'
import type { Node } from 'estree'
import { findChildren } from './find-children.ts'
import { getParent } from './get-parent.ts'
import { resolveInitialiser } from './resolve-initialiser.ts'
import { resolveVariable } from './resolve-variable.ts'

const DEBUGGING = /NODE_ENV|debug|verbose|development|isDev|devMode/iu

const MAX_NODES = 400

/** Whether an expression, or all that is interesting of it, depends on a switch for development. */
export function isDebugOnly(sourceCode: SourceCode, node: Node): boolean {
  for (let child = node, parent = getParent(node); parent && !/Function/u.test(parent.type); child = parent, parent = getParent(parent)) {
    if (isSwitched(sourceCode, parent, child)) return true
  }
  return containsSwitch(sourceCode, node, 0)
}

function isSwitched(sourceCode: SourceCode, node: Node, branch?: Node): boolean {
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
    return node.test !== branch && DEBUGGING.test(sourceCode.getText(node.test))
  }
  return node.type === 'LogicalExpression' && node.left !== branch && DEBUGGING.test(sourceCode.getText(node.left))
}

function containsSwitch(sourceCode: SourceCode, start: Node, depth: number): boolean {
  const pending = [start]
  for (let count = 0; count < MAX_NODES; count += 1) {
    const node = pending.pop()
    if (!node) return false
    if (isSwitched(sourceCode, node)) return true
    if (node.type === 'Identifier' && depth < 3) {
      const init = resolveInitialiser(resolveVariable(sourceCode, node.name, node))?.init
      if (init && containsSwitch(sourceCode, init, depth + 1)) return true
    }
    pending.push(...findChildren(sourceCode, node))
  }
  return false
}
