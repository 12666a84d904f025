import type { Severity } from '../create-rule.ts'
import type { ReviewFinding, ReviewSummary } from '../formatters/review-report.ts'

const ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'low']

/** Counts findings by severity and by rule. */
export function summarizeFindings(findings: readonly ReviewFinding[]): ReviewSummary {
  const severity = { critical: 0, high: 0, medium: 0, low: 0 }
  const rules = new Map<string, { rule: string; severity: Severity; count: number }>()
  for (const finding of findings) {
    severity[finding.severity] += 1
    const row = rules.get(finding.rule) ?? { rule: finding.rule, severity: finding.severity, count: 0 }
    rules.set(finding.rule, { ...row, count: row.count + 1 })
  }
  return {
    severity,
    rules: [...rules.values()].sort(
      (a, b) =>
        ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
        b.count - a.count ||
        a.rule.localeCompare(b.rule, 'en'),
    ),
  }
}
