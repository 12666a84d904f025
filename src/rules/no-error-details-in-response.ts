import { createRule } from '../create-rule.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { reportDisclosures } from '../reporting/report-disclosures.ts'
import type { DisclosureQuery } from '../reporting/report-disclosures.ts'
import { answerErrorId } from '../reporting/suggestions/answer-error-id.ts'
import { isDebugOnly } from '../syntax/is-debug-only.ts'

const QUERY: DisclosureQuery = { kinds: ['error'], channels: ['response', 'http-response', 'notification'] }

export default createRule({
  name: 'no-error-details-in-response',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Disallow the text of errors that the package did not make in what the client gets',
      severity: 'medium',
      preset: 'strict',
      checklist: ['error/logged-not-detailed'],
      cwe: [209],
      owasp: ['MCP10'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      details: 'The text of an error that the package did not make goes to the client. Log it, and answer with fixed text and an id.',
      thrown: 'The text of an error that the package did not make is thrown on to the client. '
        + 'Log it, and throw an error with fixed text and an id.',
      errorId: 'Log the error under an id, and answer with the id.',
    },
  },
  create(context) {
    const { sourceCode } = context
    return reportDisclosures(context, QUERY, ({ disclosure, node }) => {
      const { at: [start], property } = disclosure
      // A stack trace at the same place is told by `no-stack-in-response`.
      const hasStack = fileAnalysis(context).disclosures
        .some((other) => other.kind === 'stack' && other.at[0] === start && other.property === property)
      if (hasStack || (node && isDebugOnly(sourceCode, node))) return undefined
      const fix = node && answerErrorId(sourceCode, node, property)
      const isThrown = disclosure.channel === 'response' && node?.type === 'NewExpression'
      return { messageId: isThrown ? 'thrown' : 'details', data: {}, suggest: fix ? [{ messageId: 'errorId', fix }] : [] }
    })
  },
})
