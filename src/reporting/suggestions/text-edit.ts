import type { AST, Rule } from 'eslint'

/** One replacement of text; an empty range inserts. */
export interface TextEdit {
  readonly range: AST.Range
  readonly text: string
}

/** Makes several replacements that do not overlap one suggestion. */
export function toFixer(edits: readonly TextEdit[]): Rule.ReportFixer {
  return (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange([range[0], range[1]], text))
}
