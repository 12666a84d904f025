import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'
import { bindParameters } from '../reporting/suggestions/bind-parameters.ts'

export default createRule({
  name: 'no-string-built-query',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow client input in the text of database queries',
      severity: 'critical',
      preset: 'recommended',
      checklist: ['query/parameterised', 'query/no-concatenation'],
      cwe: [89, 943],
      owasp: ['MCP05'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      inText: '{{source}} of {{registration}} is part of the query text that reaches {{sink}}{{route}}. Write a placeholder and pass the value beside the query.',
      asFilter: '{{source}} of {{registration}} reaches {{sink}}{{route}} as a whole filter, operators included. Build the filter from fields whose values are plain.',
      bindParameters: 'Write placeholders and pass the values beside the query.',
    },
  },
  create: (context) => ({
    'Program:exit'(node) {
      for (const query of QUERIES) reportFlows(context, query)['Program:exit']?.(node)
    },
  }),
})

const QUERIES = [
  { to: ['query-text'], messageId: 'inText', suggest: [{ messageId: 'bindParameters', edit: bindParameters }] },
  { to: ['query-filter'], messageId: 'asFilter' },
] as const
