import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'

export default createRule({
  name: 'no-ssrf',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow requests to hosts that the client chooses',
      severity: 'high',
      preset: 'recommended',
      checklist: ['access/uri-allow-list'],
      cwe: [918],
      owasp: ['MCP05'],
      cves: ['CVE-2025-5276', 'CVE-2026-5323', 'CVE-2026-33060', 'CVE-2026-76811', 'GHSA-576m-mhc7-fgw7'],
    },
    schema: [],
    messages: {
      chooses: '{{source}} of {{registration}} decides which host {{sink}} connects to{{route}}. Compare the host of the '
        + 'parsed URL with a fixed list, or refuse private addresses once the name is resolved.',
      redirects: '{{source}} of {{registration}} decides which host {{sink}} connects to{{route}}. Compare the host of the '
        + 'parsed URL with a fixed list, or refuse private addresses once the name is resolved and follow no redirect unchecked.',
    },
  },
  create: (context) => ({
    'Program:exit'(node) {
      for (const query of QUERIES) reportFlows(context, query)['Program:exit']?.(node)
    },
  }),
})

const QUERIES = [
  { to: ['url'], messageId: 'chooses' },
  { to: ['redirected-url'], messageId: 'redirects' },
] as const
