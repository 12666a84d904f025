import type { AST, SourceCode } from 'eslint'
import type { Node } from 'estree'

/** Where the head of a `catch` clause or of a function stands: `catch (error)`; of anything else, all of it. */
export function locateHead(sourceCode: SourceCode, node: Node): AST.SourceLocation | undefined {
  const body = 'body' in node && !Array.isArray(node.body) ? node.body : undefined
  const last = body && sourceCode.getTokenBefore(body)
  return node.loc && last ? { start: node.loc.start, end: last.loc.end } : node.loc ?? undefined
}
