import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'

export default createRule({
  name: 'no-code-injection',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow client input in text that is compiled and run',
      severity: 'critical',
      preset: 'recommended',
      checklist: ['command/sanitised'],
      cwe: [94, 95],
      owasp: ['MCP05'],
    },
    schema: [],
    messages: {
      runs: '{{source}} of {{registration}} is run as code by {{sink}}{{route}}. Choose among functions of your own '
        + 'by name, or pass the value as data to a fixed script.',
    },
  },
  create: (context) =>
    reportFlows(context, { to: ['code'], messageId: 'runs' }),
})
