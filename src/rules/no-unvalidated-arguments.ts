import { createRule } from '../create-rule.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { locate } from '../reporting/locate.ts'
import { mentionRegistration } from '../reporting/mention.ts'

export default createRule({
  name: 'no-unvalidated-arguments',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow tool arguments that no schema parsed',
      severity: 'high',
      preset: 'recommended',
      checklist: ['input/parameters', 'input/types'],
      cwe: [20],
      owasp: ['MCP05'],
    },
    schema: [],
    messages: {
      unparsed: '`{{name}}` of {{registration}} is used as the client sent it: nothing enforces the advertised schema. Parse the arguments with a schema first.',
    },
  },
  create: (context) => ({
    'Program:exit'() {
      const { sourceCode, filename, cwd } = context
      for (const read of fileAnalysis(context).rawReads) {
        if (read.file !== filename || read.registration.kind !== 'request') continue
        context.report({
          loc: locate(sourceCode, read.at),
          messageId: 'unparsed',
          data: { name: read.name, registration: mentionRegistration(read.registration, read.tool, cwd, filename) },
        })
      }
    },
  }),
})
