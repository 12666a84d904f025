import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, Node } from 'estree'
import { createRule } from '../create-rule.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { dropShell } from '../reporting/suggestions/drop-shell.ts'
import { findOption, resolveOptions } from '../reporting/suggestions/resolve-options.ts'
import { getStringParts } from '../syntax/get-string-parts.ts'
import { resolveImport } from '../syntax/resolve-import.ts'
import { stripCasts } from '../syntax/strip-casts.ts'

const STARTS_WITHOUT_SHELL = /^(?:spawn|spawnSync|execFile|execFileSync)$/u

export default createRule({
  name: 'no-shell-option',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow the shell option for programs whose arguments are not constant',
      severity: 'high',
      preset: 'recommended',
      checklist: ['command/no-shell'],
      cwe: [78],
      owasp: ['MCP05'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      shell: 'The shell option makes {{sink}} join its arguments into text that a shell parses. Remove the option.',
      dropShell: 'Remove the shell option.',
    },
  },
  create: (context) => ({
    CallExpression(node) {
      const { sourceCode } = context
      const option = resolveShellOption(sourceCode, node)
      if (!option || !fileAnalysis(context).isMcp || isInFlow(context, node)) return
      const fix = node.arguments[1] ? dropShell({ sourceCode, call: node, argument: node.arguments[1] as Node }) : undefined
      context.report({
        node: option, messageId: 'shell', data: { sink: sourceCode.getText(node.callee) },
        suggest: fix ? [{ messageId: 'dropShell', fix }] : [],
      })
    },
  }),
})

/** The `shell` option of a call that starts a program with arguments that are not all constant. */
function resolveShellOption(sourceCode: SourceCode, call: CallExpression): Node | undefined {
  const path = resolveImport(sourceCode, call.callee)
  if (path?.module !== 'child_process' || !STARTS_WITHOUT_SHELL.test(path.path.join('.'))) return undefined
  const [program, list, third] = call.arguments
  if (!program || !list || !third) return undefined
  const options = resolveOptions(sourceCode, third)
  const shell = options && findOption(options, 'shell')
  if (!shell || shell === 'unknown') return undefined
  const value = stripCasts(shell.value)
  if (value.type !== 'Literal' || value.value === false || value.value === null) return undefined
  return isConstantList(list) ? undefined : shell
}

function isConstantList(list: Node): boolean {
  const literal = stripCasts(list)
  return literal.type === 'ArrayExpression' && literal.elements.every((element) =>
    element !== null && element.type !== 'SpreadElement' && getStringParts(element).every((part) => part.kind === 'text'))
}

/** Input that reaches the shell is told by `no-command-injection`, once. */
function isInFlow(context: Rule.RuleContext, call: CallExpression): boolean {
  const [start, end] = context.sourceCode.getRange(call)
  return fileAnalysis(context).findings.some((finding) => finding.file === context.filename
    && finding.callAt[0] === start && finding.callAt[1] === end)
}
