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
      inText: '{{source}} of {{registration}} becomes part of the query text at {{sink}}{{route}}. Pass values as '
        + 'parameters, and take the names of tables and columns from a fixed list.',
      asFilter: '{{source}} of {{registration}} can bring query operators such as $where into {{sink}}{{route}}. '
        + 'Build the filter from named fields and give each a plain value.',
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
