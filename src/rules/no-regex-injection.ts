import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'
import { escapePattern } from '../reporting/suggestions/escape-pattern.ts'

export default createRule({
  name: 'no-regex-injection',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow client input as the pattern of a regular expression',
      severity: 'medium',
      preset: 'strict',
      checklist: ['input/characters'],
      cwe: [1333, 400],
      owasp: ['MCP05'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      compiles: '{{source}} of {{registration}} is compiled as a pattern by {{sink}}{{route}}: one that backtracks stops the '
        + 'server. Escape it, or search for the text as it is.',
      escape: 'Escape the characters that have a meaning in a pattern.',
    },
  },
  create: (context) =>
    reportFlows(context, { to: ['regex-pattern'], messageId: 'compiles', suggest: [{ messageId: 'escape', edit: escapePattern }] }),
})
