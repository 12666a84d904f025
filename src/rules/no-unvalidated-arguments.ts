import { createRule } from '../create-rule.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { locate } from '../reporting/locate.ts'
import { mentionRegistration } from '../reporting/mention.ts'
import { parseArguments } from '../reporting/suggestions/parse-arguments.ts'

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
    hasSuggestions: true,
    schema: [],
    messages: {
      unparsed: '`{{name}}` of {{registration}} is used as the client sent it, because a low-level server does not '
        + 'enforce the schema it lists. Parse the arguments first.',
      parse: 'Parse the arguments with the schema in scope.',
    },
  },
  create: (context) => ({
    'Program:exit'() {
      const { sourceCode, filename, cwd } = context
      for (const read of fileAnalysis(context).rawReads) {
        if (read.registration.kind !== 'request') continue
        const fix = parseArguments(sourceCode, read.at, read.tool)
        context.report({
          loc: locate(sourceCode, read.at),
          messageId: 'unparsed',
          data: { name: read.name, registration: mentionRegistration(read.registration, read.tool, cwd, filename) },
          suggest: fix ? [{ messageId: 'parse', fix }] : [],
        })
      }
    },
  }),
})
