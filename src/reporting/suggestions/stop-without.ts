import type { SourceCode } from 'eslint'
import { quoteText } from '../../syntax/quote-text.ts'

/** An expression that throws, for a place in which no statement may stand: `(() => { throw new Error('KEY is not set') })()`. */
export function stopWithout(sourceCode: SourceCode, variable: string): string {
  return `(() => { throw new Error(${quoteText(sourceCode, `${variable} is not set`)}) })()`
}
