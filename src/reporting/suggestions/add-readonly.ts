import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, NewExpression } from 'estree'

/** `new Database(file)` → `new Database(file, { readonly: true })`, or the option put first among those that are there. */
export function addReadonly(
  sourceCode: SourceCode, { arguments: [file, options] }: CallExpression | NewExpression, option: string,
): Rule.ReportFixer | undefined {
  if (!file) return undefined
  if (!options) return (fixer) => fixer.insertTextAfter(file, `, { ${option}: true }`)
  const brace = sourceCode.getFirstToken(options)
  if (options.type !== 'ObjectExpression' || !brace) return undefined
  return (fixer) => fixer.insertTextAfter(brace, options.properties.length === 0 ? ` ${option}: true ` : ` ${option}: true,`)
}
