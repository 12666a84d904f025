import type { CallExpression, CatchClause, NewExpression, Node } from 'estree'
import type { SourceCode } from 'eslint'
import { createRule } from '../create-rule.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { locate } from '../reporting/locate.ts'
import { locateHead } from '../reporting/locate-head.ts'
import { nodeAt } from '../reporting/node-at.ts'
import { findChildren } from '../syntax/find-children.ts'
import { getParent } from '../syntax/get-parent.ts'
import { isTestFile } from '../syntax/is-test-file.ts'

/** What fails for what it is given alone: whoever sent it learns all that there is to know. */
const READERS = /^(?:JSON\.parse|URL|RegExp|BigInt|Date|decodeURI|decodeURIComponent|atob|Number|String|Buffer\.from)$/u

export default createRule({
  name: 'require-error-logging',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require a log of errors that are made into answers or into other errors',
      severity: 'low',
      preset: 'strict',
      checklist: ['error/logged-not-detailed'],
      cwe: [390, 778],
      owasp: ['MCP08'],
    },
    schema: [],
    messages: {
      unlogged: 'What goes wrong here ends in what the client gets, and nothing logs it: whoever runs the server never learns of it. '
        + 'Log the error.',
    },
  },
  create: (context) => ({
    'Program:exit'() {
      const { sourceCode, filename, cwd } = context
      const failures = fileAnalysis(context).failures.filter(({ kind, isLogged }) => kind === 'caught' && !isLogged)
      if (failures.length === 0 || isTestFile(filename, cwd)) return
      for (const { at } of failures) {
        const node = nodeAt(sourceCode, at)
        if (node?.type === 'CatchClause' && onlyReads(sourceCode, node)) continue
        context.report({ loc: (node && locateHead(sourceCode, node)) ?? locate(sourceCode, at), messageId: 'unlogged' })
      }
    },
  }),
})

/** Whether all that a `try` block calls reads what it is given. */
function onlyReads(sourceCode: SourceCode, clause: CatchClause): boolean {
  const statement = getParent(clause)
  const calls = statement?.type === 'TryStatement' ? findCalls(sourceCode, statement.block) : []
  return calls.length > 0 && calls.every(({ callee }) => READERS.test(sourceCode.getText(callee)))
}

function findCalls(sourceCode: SourceCode, node: Node): (CallExpression | NewExpression)[] {
  const inner = findChildren(sourceCode, node).flatMap((child) => findCalls(sourceCode, child))
  return node.type === 'CallExpression' || node.type === 'NewExpression' ? [node, ...inner] : inner
}
