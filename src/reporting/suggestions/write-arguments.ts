import type { SourceCode } from 'eslint'
import { holdsOnlyStrings } from '../../syntax/holds-only-strings.ts'
import { quoteText } from '../../syntax/quote-text.ts'
import { resolveValueType } from '../../syntax/resolve-value-type.ts'
import { writeString } from '../../syntax/write-string.ts'
import type { Word } from './parse-command.ts'

/** Writes the program and the list of its arguments: `'git', ['log', ref, ...rest]`. */
export function writeArguments(sourceCode: SourceCode, words: readonly Word[]): { program: string; list: string } {
  const [program = quoteText(sourceCode, ''), ...others] = words.map((word) => writeWord(sourceCode, word))
  return { program, list: `[${others.join(', ')}]` }
}

function writeWord(sourceCode: SourceCode, word: Word): string {
  if (word.kind === 'list') {
    return `...${sourceCode.getText(word.node)}${holdsOnlyStrings(sourceCode, word.node) ? '' : '.map(String)'}`
  }
  const [first, ...others] = word.pieces
  if (first?.kind !== 'hole' || others.length > 0) return writeString(sourceCode, word.pieces)
  const text = sourceCode.getText(first.node)
  // A template made a string of it; the list takes strings only, by its types.
  if (resolveValueType(sourceCode, first.node) !== 'string') return `String(${text})`
  return first.node.type === 'SequenceExpression' ? `(${text})` : text
}
