import { createRule } from '../create-rule.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { findEnds } from '../reporting/find-ends.ts'
import { locate } from '../reporting/locate.ts'
import { locateHead } from '../reporting/locate-head.ts'
import { nodeAt } from '../reporting/node-at.ts'
import { shareErrorId } from '../reporting/suggestions/share-error-id.ts'
import { isTestFile } from '../syntax/is-test-file.ts'

export default createRule({
  name: 'require-error-id',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require an id in answers to errors that tell nothing else, and in their log line',
      severity: 'low',
      preset: 'strict',
      checklist: ['error/ids'],
      cwe: [],
      owasp: ['MCP08'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      missing: 'The client gets the same text for every error, and nothing in it leads to the line of the log. '
        + 'Log the error under an id, and give the client the id.',
      shareId: 'Log the error under an id, and answer with it.',
    },
  },
  create: (context) => ({
    'Program:exit'() {
      const { sourceCode, filename, cwd } = context
      const failures = fileAnalysis(context).failures.filter(({ kind, isLogged, isFixed }) => kind === 'caught' && isLogged && isFixed)
      if (failures.length === 0 || isTestFile(filename, cwd)) return
      for (const { at } of failures) {
        const node = nodeAt(sourceCode, at)
        const [end, ...others] = node?.type === 'CatchClause' ? findEnds(sourceCode, node.body) : []
        const fix = end && node?.type === 'CatchClause' && others.length === 0 ? shareErrorId(sourceCode, node, end) : undefined
        context.report({
          loc: end?.loc ?? (node && locateHead(sourceCode, node)) ?? locate(sourceCode, at), messageId: 'missing',
          suggest: fix ? [{ messageId: 'shareId', fix }] : [],
        })
      }
    },
  }),
})
