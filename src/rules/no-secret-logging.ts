import type { Rule } from 'eslint'
import { createRule } from '../create-rule.ts'
import { reportDisclosures } from '../reporting/report-disclosures.ts'
import type { DisclosureQuery } from '../reporting/report-disclosures.ts'
import { redactText } from '../reporting/suggestions/redact-text.ts'
import { isMasked } from '../syntax/is-masked.ts'

const QUERY: DisclosureQuery = { kinds: ['secret', 'credential', 'environment'], channels: ['log'] }

export default createRule({
  name: 'no-secret-logging',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow credentials in logs',
      severity: 'high',
      preset: 'recommended',
      checklist: ['log/no-secrets'],
      cwe: [532],
      owasp: ['MCP01'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      logged: '{{sink}} writes {{name}} to the log, where everyone who reads the log finds it. Log that it is set, not what it is.',
      redact: 'Write [redacted] instead.',
    },
  },
  create: (context) => reportDisclosures(context, QUERY, ({ disclosure, node }) => {
    if (node && isMasked(context.sourceCode, node)) return undefined
    const fix: Rule.ReportFixer | undefined = node && redactText(context.sourceCode, node, disclosure.name)
    return {
      messageId: 'logged', data: { sink: disclosure.sink, name: disclosure.name }, suggest: fix ? [{ messageId: 'redact', fix }] : [],
    }
  }),
})
