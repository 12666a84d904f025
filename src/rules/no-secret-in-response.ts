import { createRule } from '../create-rule.ts'
import type { Judged } from '../reporting/report-disclosures.ts'
import { reportDisclosures } from '../reporting/report-disclosures.ts'
import { isMasked } from '../syntax/is-masked.ts'

export default createRule({
  name: 'no-secret-in-response',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow credentials and the environment in what the client gets',
      severity: 'high',
      preset: 'recommended',
      checklist: ['log/no-secrets', 'error/no-sensitive'],
      cwe: [200, 201],
      owasp: ['MCP10'],
    },
    schema: [],
    messages: {
      secret: '{{name}} goes to the client, and into the context of the model. Leave it out of the answer.',
      environment: 'Every environment variable goes to the client, credentials among them. '
        + 'Answer with the ones that are meant for it, by name.',
    },
  },
  create: (context) => reportDisclosures(
    context, { kinds: ['secret', 'environment'], channels: ['response', 'http-response', 'notification'] },
    ({ disclosure: { kind, name, channel }, node }) => {
      // What is thrown is told by `no-sensitive-data-in-error`, at the text of the error.
      if (node && (isMasked(context.sourceCode, node) || (channel === 'response' && node.type === 'NewExpression'))) return undefined
      const data: Judged['data'] = kind === 'environment' ? {} : { name }
      return { messageId: kind, data, suggest: [] }
    },
  ),
})
