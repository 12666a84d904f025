import type { SourceCode } from 'eslint'
import type { StringPart } from './get-string-parts.ts'
import { quoteText } from './quote-text.ts'

/**
 * Source text of an expression whose value is the parts in order: a literal where all of them are constant, a template
 * otherwise. Lists are not written: callers have turned them down before.
 */
export function writeString(sourceCode: SourceCode, parts: readonly StringPart[]): string {
  if (parts.every((part) => part.kind === 'text')) {
    return quoteText(sourceCode, parts.map((part) => part.text).join(''))
  }
  return `\`${parts.map((part) => writePart(sourceCode, part)).join('')}\``
}

function writePart(sourceCode: SourceCode, part: StringPart): string {
  if (part.kind === 'text') return part.text.replace(/[\\`]|\$(?=\{)/g, '\\$&')
  return `\${${sourceCode.getText(part.node)}}`
}
