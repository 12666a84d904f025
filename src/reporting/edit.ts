import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, NewExpression, Node, TaggedTemplateExpression } from 'estree'

/** Where a suggestion is wanted: the call at the sink, and the argument (or a part of it) that carries the value. */
export interface EditTarget {
  readonly sourceCode: SourceCode
  readonly call: CallExpression | NewExpression | TaggedTemplateExpression
  readonly argument: Node
}

/**
 * Builds the edit that mends one sink, or `undefined` where no edit is safe. A builder reads the file under lint
 * only, changes nothing outside what it returns, and prefers offering nothing to guessing.
 */
export type EditBuilder = (target: EditTarget) => Rule.ReportFixer | undefined
