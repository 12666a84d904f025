import type { Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'
import { quoteText } from '../../syntax/quote-text.ts'
import { resolveKeyName } from '../../syntax/resolve-key-name.ts'
import { resolveToldText } from './resolve-told-text.ts'

const FIXED = 'Internal error'

/** Puts fixed text in the place of the text by which a `catch` clause tells what it caught, or of a `stack` anywhere. */
export function answerFixedText(
  sourceCode: SourceCode, at: Node | undefined, property: string | undefined,
): Rule.ReportFixer | undefined {
  const text = quoteText(sourceCode, FIXED)
  // Nothing else than the stack is lost there.
  if (at?.type === 'MemberExpression' && resolveKeyName(at.property, at.computed) === 'stack') {
    return (fixer) => fixer.replaceText(at, text)
  }
  const told = at && resolveToldText(sourceCode, at, property)
  return told && ((fixer) => fixer.replaceText(told.node, told.write(text)))
}
