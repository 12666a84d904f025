import type { AST, SourceCode } from 'eslint'

/** The place of a range of characters, as reports want it. */
export function locate(sourceCode: SourceCode, [start, end]: readonly [number, number]): AST.SourceLocation {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) }
}
