import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'

export default createRule({
  name: 'no-prototype-pollution',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow writing properties under names that the client chooses',
      severity: 'medium',
      preset: 'strict',
      checklist: ['input/parameters'],
      cwe: [1321],
      owasp: ['MCP05'],
    },
    schema: [],
    messages: {
      writes: '{{source}} of {{registration}} names the property that {{sink}} writes{{route}}: `__proto__` leads to the '
        + 'prototype of every object. Use a Map, or refuse names that are not own properties.',
    },
  },
  create: (context) =>
    reportFlows(context, { to: ['property-key'], messageId: 'writes' }),
})
