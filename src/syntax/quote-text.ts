import type { SourceCode } from 'eslint'

/** A string literal in the quotes that the file uses first, single ones in a file without strings. */
export function quoteText(sourceCode: SourceCode, text: string): string {
  const first = sourceCode.ast.tokens.find((token) => token.type === 'String')
  const quote = first?.value.startsWith('"') ? '"' : "'"
  const escaped = JSON.stringify(text).slice(1, -1)
  return quote === '"' ? `"${escaped}"` : `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
