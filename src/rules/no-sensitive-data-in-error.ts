import { createRule } from '../create-rule.ts'
import { reportDisclosures } from '../reporting/report-disclosures.ts'
import { isMasked } from '../syntax/is-masked.ts'

export default createRule({
  name: 'no-sensitive-data-in-error',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow credentials in the text of errors',
      severity: 'high',
      preset: 'recommended',
      checklist: ['error/no-sensitive'],
      cwe: [209],
      owasp: ['MCP10'],
    },
    schema: [],
    messages: {
      inError: 'The text of this error holds {{name}}, and goes wherever the error goes: to logs and, thrown by a handler, to the client. '
        + 'Say which setting is wrong, not what it is.',
    },
  },
  create: (context) => reportDisclosures(
    context, { kinds: ['secret', 'credential', 'environment'], channels: ['error-text'] },
    ({ disclosure: { name }, node }) => (
      node && isMasked(context.sourceCode, node) ? undefined : { messageId: 'inError', data: { name }, suggest: [] }),
  ),
})
