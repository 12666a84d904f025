import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'

export default createRule({
  name: 'require-command-allowlist',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Require that a program chosen by the client comes from an allow-list',
      severity: 'high',
      preset: 'recommended',
      checklist: ['command/allow-list'],
      cwe: [77],
      owasp: ['MCP05'],
    },
    schema: [],
    messages: {
      chooses: '{{source}} of {{registration}} reaches {{sink}}{{route}} and decides which program runs. '
        + 'Accept only programs from a fixed list, and pass their arguments separately.',
    },
  },
  create: (context) => reportFlows(context, { to: ['command'], messageId: 'chooses' }),
})
