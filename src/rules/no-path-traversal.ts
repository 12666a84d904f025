import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'
import { checkContainment } from '../reporting/suggestions/check-containment.ts'

export default createRule({
  name: 'no-path-traversal',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow client input in file paths that nothing keeps inside a folder',
      severity: 'critical',
      preset: 'recommended',
      checklist: ['input/paths', 'access/filesystem'],
      cwe: [22],
      owasp: ['MCP05'],
      cves: ['CVE-2025-5273', 'CVE-2026-61560'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      leaves: '{{source}} of {{registration}} reaches {{sink}}{{route}} as a path that nothing keeps inside a '
        + 'folder. Resolve it, then check that it is below the folder you serve.',
      checkContainment: 'Check that the resolved path lies inside the folder.',
    },
  },
  create: (context) =>
    reportFlows(context, {
      to: ['path'],
      messageId: 'leaves',
      suggest: [{ messageId: 'checkContainment', edit: checkContainment }],
    }),
})
