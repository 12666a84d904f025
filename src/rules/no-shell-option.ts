import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, Node } from 'estree'
import { createRule } from '../create-rule.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { dropShell } from '../reporting/suggestions/drop-shell.ts'
import { findOption, resolveOptions } from '../reporting/suggestions/resolve-options.ts'
import { getStringParts } from '../syntax/get-string-parts.ts'
import { hasSingleRead } from '../syntax/has-single-read.ts'
import { resolveImport } from '../syntax/resolve-import.ts'
import { resolveInitialiser } from '../syntax/resolve-initialiser.ts'
import { resolveVariable } from '../syntax/resolve-variable.ts'
import { stripCasts } from '../syntax/strip-casts.ts'

/** What starts a program without a shell unless told otherwise, by module; empty for the module itself. */
const STARTERS: ReadonlyMap<string, RegExp> = new Map([
  ['child_process', /^(?:spawn|spawnSync|execFile|execFileSync)$/u],
  ['cross-spawn', /^(?:spawn|sync|spawn\.sync)?$/u],
  ['execa', /^(?:execa|sync|execaSync|command|commandSync|execaCommand|execaCommandSync)?$/u],
])

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
      shell: 'The shell option makes {{sink}} hand its arguments to a shell as one text. Remove the option.',
      dropShell: 'Remove the shell option.',
    },
  },
  create: (context) => ({
    CallExpression(node) {
      const { sourceCode } = context
      const use = resolveShellUse(sourceCode, node)
      if (!use || !fileAnalysis(context).isMcp || isInFlow(context, node)) return
      const fix = dropShell({ sourceCode, call: node, argument: use.options })
      const callee = sourceCode.getText(stripCasts(node.callee))
      context.report({
        node: use.at,
        messageId: 'shell',
        data: { sink: /^[\w$.]+$/u.test(callee) ? callee : use.name },
        suggest: fix ? [{ messageId: 'dropShell', fix }] : [],
      })
    },
  }),
})

interface ShellUse {
  /** The option, or the argument whose variable holds it. */
  readonly at: Node
  readonly options: Node
  readonly name: string
}

/** The `shell` option of a call that starts a program with a name or arguments that are not all constant. */
function resolveShellUse(sourceCode: SourceCode, call: CallExpression): ShellUse | undefined {
  const [program, second, third] = call.arguments
  const name = resolveStarter(sourceCode, call.callee)
  if (name === undefined || !program || !second) return undefined
  const isList = resolveOptions(sourceCode, second) === undefined
  const options = isList ? third : second
  const literal = options && resolveOptions(sourceCode, options)
  const shell = literal && findOption(literal, 'shell')
  if (!shell || shell === 'unknown') return undefined
  const value = stripCasts(shell.value)
  if (value.type !== 'Literal' || !value.value) return undefined
  if (isConstant(sourceCode, program) && (!isList || isConstantList(sourceCode, second))) return undefined
  return { at: stripCasts(options) === literal ? shell : options, options, name }
}

/** What a starter is called in its module; `promisify(execFile)` starts what `execFile` does. */
function resolveStarter(sourceCode: SourceCode, callee: Node): string | undefined {
  const imported = resolveImport(sourceCode, callee)
  if (imported) {
    const path = imported.path.join('.')
    return STARTERS.get(imported.module)?.test(path) ? path || imported.module : undefined
  }
  const value = initialiserOf(sourceCode, callee) ?? callee
  if (value.type !== 'CallExpression') return undefined
  const [inner] = value.arguments
  const wrapper = resolveImport(sourceCode, value.callee)
  const isPromisify = wrapper?.module === 'util' && wrapper.path.join('.') === 'promisify'
  return inner && isPromisify ? resolveStarter(sourceCode, inner) : undefined
}

function isConstant(sourceCode: SourceCode, node: Node): boolean {
  if (node.type === 'SpreadElement') return false
  return getStringParts(node).every((part) => {
    if (part.kind === 'text') return true
    const init = part.kind === 'hole' ? initialiserOf(sourceCode, part.node) : undefined
    return init?.type === 'Literal'
  })
}

function isConstantList(sourceCode: SourceCode, node: Node): boolean {
  const list = stripCasts(node)
  // A list that is read once is not filled in between.
  const variable = list.type === 'Identifier' ? resolveVariable(sourceCode, list.name, list) : undefined
  const literal = variable && hasSingleRead(variable) ? initialiserOf(sourceCode, list) : list
  return literal?.type === 'ArrayExpression'
    && literal.elements.every((element) => element !== null && isConstant(sourceCode, element))
}

function initialiserOf(sourceCode: SourceCode, node: Node): Node | undefined {
  const value = stripCasts(node)
  const variable = value.type === 'Identifier' ? resolveVariable(sourceCode, value.name, value) : undefined
  const init = resolveInitialiser(variable)?.init
  return init && stripCasts(init)
}

/** Input that reaches the shell is told by `no-command-injection`, once. */
function isInFlow(context: Rule.RuleContext, call: CallExpression): boolean {
  const [start, end] = context.sourceCode.getRange(call)
  return fileAnalysis(context).findings.some((finding) => finding.callAt[0] === start && finding.callAt[1] === end)
}
