import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'

export default createRule({
  name: 'no-unsafe-url-open',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow opening addresses whose scheme the other side chooses',
      severity: 'high',
      preset: 'recommended',
      checklist: ['access/uri-allow-list'],
      cwe: [78, 601],
      owasp: ['MCP05'],
      cves: ['CVE-2025-6514', 'CVE-2025-58444', 'CVE-2025-10619'],
    },
    schema: [],
    messages: {
      opens: '{{source}} of {{registration}} decides which program {{sink}} starts{{route}}: an address may name a file or any '
        + 'scheme that is registered on the machine. Parse it and open it only if its protocol is https: or http:.',
    },
  },
  create: (context) =>
    reportFlows(context, { to: ['opened-url'], messageId: 'opens' }),
})
