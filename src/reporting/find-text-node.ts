import type { SourceCode } from 'eslint'
import type { Literal, Node, TemplateElement } from 'estree'
import { findChildren } from '../syntax/find-children.ts'
import { resolveValue } from './declared-nodes.ts'

const MAX_DEPTH = 12

/** The piece of text below an expression, or in the constants that it names, that contains `part`. */
export function findTextNode(sourceCode: SourceCode, node: Node, part: string, depth = 0): Literal | TemplateElement | undefined {
  if (depth > MAX_DEPTH) return undefined
  const value = resolveValue(sourceCode, node)
  if (value.type === 'Literal') return typeof value.value === 'string' && value.value.includes(part) ? value : undefined
  if (value.type === 'TemplateElement') return value.value.cooked?.includes(part) === true ? value : undefined
  if (/Function/u.test(value.type)) return undefined
  for (const child of findChildren(sourceCode, value)) {
    const found = findTextNode(sourceCode, child, part, depth + 1)
    if (found) return found
  }
  return undefined
}
