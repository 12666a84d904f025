import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'
import { dropShell } from '../reporting/suggestions/drop-shell.ts'
import { passAsList } from '../reporting/suggestions/pass-as-list.ts'

export default createRule({
  name: 'no-command-injection',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow client input in text that a shell parses',
      severity: 'critical',
      preset: 'recommended',
      checklist: ['command/no-shell', 'command/sanitised'],
      cwe: [78],
      owasp: ['MCP05'],
      cves: [
        'CVE-2025-53967', 'CVE-2025-58358', 'CVE-2026-25546', 'CVE-2026-3484', 'CVE-2026-5833',
        'GHSA-3q26-f695-pp76', 'GHSA-54j7-grvr-9xwg', 'GHSA-vf9j-h32g-2764', 'GHSA-x662-2jpv-5ghf',
      ],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      reaches: '{{source}} of {{registration}} reaches the shell of {{sink}}{{route}}. '
        + 'Start the program without a shell and pass the value as an argument of its own.',
      passAsList: 'Start the program with an argument list.',
      dropShell: 'Remove the shell option.',
    },
  },
  create: (context) =>
    reportFlows(context, {
      to: ['shell-text'],
      messageId: 'reaches',
      suggest: [
        { messageId: 'passAsList', edit: passAsList },
        { messageId: 'dropShell', edit: dropShell },
      ],
    }),
})
