import { createRule } from '../create-rule.ts'
import { reportDisclosures } from '../reporting/report-disclosures.ts'
import { answerFixedText } from '../reporting/suggestions/answer-fixed-text.ts'
import { isDebugOnly } from '../syntax/is-debug-only.ts'

export default createRule({
  name: 'no-stack-in-response',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow stack traces in what the client gets',
      severity: 'high',
      preset: 'recommended',
      checklist: ['error/no-stack'],
      cwe: [209],
      owasp: ['MCP10'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      stack: 'The stack trace of an error goes to the client. Log it, and answer with fixed text.',
      fixedText: 'Answer with fixed text.',
    },
  },
  create: (context) => reportDisclosures(
    context, { kinds: ['stack'], channels: ['response', 'http-response', 'notification'] },
    ({ disclosure, node }) => {
      if (node && isDebugOnly(context.sourceCode, node)) return undefined
      const fix = answerFixedText(context.sourceCode, node, disclosure.property)
      return { messageId: 'stack', data: {}, suggest: fix ? [{ messageId: 'fixedText', fix }] : [] }
    },
  ),
})
