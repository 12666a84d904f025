import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'
import { endOptions, endRevisionOptions } from '../reporting/suggestions/end-options.ts'

export default createRule({
  name: 'no-argument-injection',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow client input as an argument that a program may take for an option',
      severity: 'high',
      preset: 'recommended',
      checklist: ['command/sanitised'],
      cwe: [88],
      owasp: ['MCP05'],
      cves: ['GHSA-6mx4-4h42-r8vh', 'GHSA-qmcc-whxh-2p3p', 'GHSA-wmg3-h8mf-wgvr'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      becomes: '{{source}} of {{registration}} becomes an argument of its own at {{sink}}{{route}}, and with a leading '
        + 'hyphen an option of the program. Refuse it, or put the marker that ends the options before it.',
      endOptions: 'Put `--` before the value.',
      endRevisionOptions: 'Put `--end-of-options` before the value; git knows it from 2.24 on.',
    },
  },
  create: (context) =>
    reportFlows(context, {
      to: ['argument'],
      messageId: 'becomes',
      suggest: [
        { messageId: 'endOptions', edit: endOptions },
        { messageId: 'endRevisionOptions', edit: endRevisionOptions },
      ],
    }),
})
