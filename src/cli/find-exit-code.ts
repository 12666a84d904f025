import type { ReviewReport } from '../formatters/review-report.ts'
import { EXIT_CODES } from './exit-codes.ts'

/** The exit code of a review that came to its end. Without a finding, a file that was not reviewed is no clean bill. */
export function findExitCode({ findings, failures }: Pick<ReviewReport, 'findings' | 'failures'>): number {
  if (failures.some((failure) => failure.kind === 'crash')) return EXIT_CODES.failure
  if (findings.some(({ severity }) => severity === 'critical' || severity === 'high')) return EXIT_CODES.findings
  return failures.length > 0 ? EXIT_CODES.failure : EXIT_CODES.clean
}
