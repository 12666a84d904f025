import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'

export default createRule({
  name: 'no-raw-query',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow tools that run whatever statement the client writes',
      severity: 'high',
      preset: 'strict',
      checklist: ['query/parameterised', 'access/database'],
      cwe: [89],
      owasp: ['MCP02'],
      cves: ['GHSA-65hm-pwj5-73pw'],
    },
    schema: [],
    messages: {
      runs: '{{source}} of {{registration}} is the whole statement that {{sink}} runs{{route}}. Offer tools for what is '
        + 'needed, or let a user of the database that may only read run it.',
    },
  },
  create: (context) =>
    reportFlows(context, { to: ['raw-query'], messageId: 'runs' }),
})
