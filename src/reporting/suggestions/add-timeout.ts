import type { Rule, SourceCode } from 'eslint'
import type { CallExpression } from 'estree'

/** Milliseconds: long for an answer, short for somebody who waits for one. */
const LIMIT = '30_000'

/** Puts the limit into the options that are there, behind the last argument where they come next, or before a callback there. */
export function addTimeout(
  sourceCode: SourceCode, { arguments: given }: CallExpression, index: number, option: string,
): Rule.ReportFixer | undefined {
  const text = `${option}: ${option === 'signal' ? `AbortSignal.timeout(${LIMIT})` : LIMIT}`
  const options = given.slice(1).find((item) => item.type === 'ObjectExpression')
  const brace = options && sourceCode.getFirstToken(options)
  if (options?.type === 'ObjectExpression' && brace) {
    return (fixer) => fixer.insertTextAfter(brace, options.properties.length === 0 ? ` ${text} ` : ` ${text},`)
  }
  const last = given.at(-1)
  if (last && given.length === index + 1 && /Function/u.test(last.type)) return (fixer) => fixer.insertTextBefore(last, `{ ${text} }, `)
  return last && given.length === index ? (fixer) => fixer.insertTextAfter(last, `, { ${text} }`) : undefined
}
