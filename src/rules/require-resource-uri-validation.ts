import { createRule } from '../create-rule.ts'
import { reportFlows } from '../reporting/report-flows.ts'

export default createRule({
  name: 'require-resource-uri-validation',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Require that variables of resource URIs are validated before they choose what is requested',
      severity: 'high',
      preset: 'recommended',
      checklist: ['input/resource-uris', 'access/uri-allow-list'],
      cwe: [20, 22],
      owasp: ['MCP05'],
      cves: ['GHSA-7c3w-fxgh-frc7', 'GHSA-4rm9-rfp2-j39q'],
    },
    schema: [],
    messages: {
      unchecked: '{{source}} of {{registration}} is part of the path that {{sink}} requests{{route}}. Variables of a template are '
        + 'neither validated nor decoded: encode it, or accept only the characters of an identifier.',
    },
  },
  create: (context) =>
    reportFlows(context, { to: ['url-path'], from: ['resource-uri'], messageId: 'unchecked' }),
})
