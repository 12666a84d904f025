import type { Linter, Rule } from 'eslint'
import type { RuleDocs, Severity } from '../create-rule.ts'
import type { ReviewFinding } from '../formatters/review-report.ts'

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low']

/** Joins one of ESLint's messages to what its rule's metadata says. */
export function describeFinding(
  file: string,
  message: Linter.LintMessage,
  meta: Rule.RuleMetaData | undefined,
): Omit<ReviewFinding, 'switchedOff'> {
  // ESLint's own type allows any docs; a rule that did not come through createRule may lack each of them.
  const docs = (meta?.docs ?? {}) as Partial<RuleDocs> & { readonly url?: string }
  return {
    file,
    line: message.line,
    column: message.column,
    endLine: message.endLine ?? null,
    endColumn: message.endColumn ?? null,
    severity: SEVERITIES.find((severity) => severity === docs.severity) ?? (message.severity === 2 ? 'high' : 'medium'),
    rule: message.ruleId ?? '',
    message: message.message,
    cwe: docs.cwe ?? [],
    owasp: docs.owasp ?? [],
    checklist: docs.checklist ?? [],
    url: docs.url ?? null,
  }
}
