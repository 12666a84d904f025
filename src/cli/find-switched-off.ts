import type { ESLint, Linter } from 'eslint'
import type { SwitchedOff } from '../formatters/review-report.ts'

const DIRECTIVE = /\beslint(?:-disable|\s)/

/**
 * Which of the messages a comment in the file switches off in ordinary linting. ESLint itself is asked, by linting once
 * more with comments obeyed, so that every form of comment counts; files without such a comment cost nothing.
 */
export async function findSwitchedOff(
  messages: readonly Linter.LintMessage[],
  text: string,
  filePath: string,
  obedient: ESLint,
): Promise<ReadonlyMap<Linter.LintMessage, SwitchedOff>> {
  const switchedOff = new Map<Linter.LintMessage, SwitchedOff>()
  if (messages.length === 0 || !DIRECTIVE.test(text)) return switchedOff
  const results = await obedient.lintText(text, { filePath })
  const kept = new Set(results.flatMap((result) => result.messages).map(describePlace))
  const suppressed = new Map(
    results.flatMap((result) => result.suppressedMessages).map((message) => [describePlace(message), message]),
  )
  for (const message of messages) {
    const place = describePlace(message)
    if (kept.has(place)) continue
    // A comment that configures the rule (`/* eslint rule: "off" */`) leaves no suppressed message behind.
    const justification = suppressed.get(place)?.suppressions[0]?.justification ?? ''
    switchedOff.set(message, { justification })
  }
  return switchedOff
}

function describePlace({ ruleId, line, column, message }: Linter.LintMessage): string {
  return JSON.stringify([ruleId, line, column, message])
}
