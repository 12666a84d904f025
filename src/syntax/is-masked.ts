import type { SourceCode } from 'eslint'
import type { Node } from 'estree'
import { findChildren } from './find-children.ts'
import { resolveInitialiser } from './resolve-initialiser.ts'
import { resolveVariable } from './resolve-variable.ts'

const MASKING = /mask|redact|obfuscat|censor|scrub|saniti[sz]e|anonymi[sz]e|fingerprint|hash|digest|encrypt/iu

const MAX_DEPTH = 12

/** Whether an expression, or what its variables were given, calls something that by its name hides what it is given. */
export function isMasked(sourceCode: SourceCode, node: Node, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false
  if (node.type === 'CallExpression' && MASKING.test(sourceCode.getText(node.callee))) return true
  if (node.type === 'Identifier') {
    const init = resolveInitialiser(resolveVariable(sourceCode, node.name, node))?.init
    return init ? isMasked(sourceCode, init, depth + 1) : false
  }
  return findChildren(sourceCode, node).some((child) => isMasked(sourceCode, child, depth + 1))
}
