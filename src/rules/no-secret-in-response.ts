import type { SourceCode } from 'eslint'
import type { Node } from 'estree'
import { createRule } from '../create-rule.ts'
import type { Judged } from '../reporting/report-disclosures.ts'
import { reportDisclosures } from '../reporting/report-disclosures.ts'
import { getParent } from '../syntax/get-parent.ts'
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
    context, { kinds: ['secret', 'credential', 'environment'], channels: ['response', 'http-response', 'notification'] },
    ({ disclosure: { kind, name, channel }, node }) => {
      // What is thrown is told by `no-sensitive-data-in-error`, at the text of the error.
      if (node && (isMasked(context.sourceCode, node) || (channel === 'response' && node.type === 'NewExpression'))) return undefined
      if (kind === 'credential' && node && isPublished(context.sourceCode, node)) return undefined
      // Who calls over HTTP may have what belongs to them: handing out tokens is what servers of OAuth do.
      if (kind === 'credential' && channel === 'http-response') return undefined
      const atStart = name.replace(/^(?:the|an?) /u, (article) => article.charAt(0).toUpperCase() + article.slice(1))
      const data: Judged['data'] = kind === 'environment' ? {} : { name: atStart }
      return { messageId: kind === 'environment' ? kind : 'secret', data, suggest: [] }
    },
  ),
})

/** Keys that are made to be published are called so where they are handed out. */
function isPublished(sourceCode: SourceCode, start: Node): boolean {
  let node: Node | undefined = start
  while (node && !/Function/u.test(node.type)) node = getParent(node)
  return /publishable|anon_?key/iu.test(sourceCode.getText(node ?? start))
}
