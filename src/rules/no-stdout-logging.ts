import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, Identifier, MemberExpression, Node } from 'estree'
import { createRule } from '../create-rule.ts'
import { findProperty } from '../reporting/declared-nodes.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { isTestFile } from '../syntax/is-test-file.ts'
import { resolveImport } from '../syntax/resolve-import.ts'
import { resolveKeyName } from '../syntax/resolve-key-name.ts'
import { resolveVariable } from '../syntax/resolve-variable.ts'
import { runsBesideServer } from '../syntax/runs-beside-server.ts'

const TO_STDOUT = new Set(['log', 'info', 'debug', 'dir', 'table'])
const MAX_LINE = 500
const STARTERS = /^(?:spawn|spawnSync|exec|execSync|execFile|execFileSync|fork)$/u

export default createRule({
  name: 'no-stdout-logging',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow writing to standard output in servers that speak to their client over it',
      severity: 'medium',
      preset: 'recommended',
      checklist: ['log/security-events'],
      cwe: [],
      owasp: ['MCP08'],
    },
    fixable: 'code',
    schema: [],
    messages: {
      log: '{{callee}} writes to standard output, over which this server speaks to its client: the client reads it as a broken message. '
        + 'Write to standard error.',
      inherits: '{{callee}} gives its program the standard output over which this server speaks to its client. Read the output, '
        + 'or send it to standard error.',
    },
  },
  create: (context) => ({
    CallExpression(node) {
      const { sourceCode, filename, cwd } = context
      const output = resolveOutput(sourceCode, node)
      if (!output || isTestFile(filename, cwd)) return
      const { process } = fileAnalysis(context)
      if (!process.speaksStdio || !process.loaded.includes(filename.replaceAll('\\', '/'))) return
      if (process.replaced.includes(output.name) || runsBesideServer(sourceCode, node) || isBundled(sourceCode, node)) return
      context.report({
        node: output.at, messageId: output.messageId, data: { callee: sourceCode.getText(node.callee) },
        ...(output.fix ? { fix: output.fix } : {}),
      })
    },
  }),
})

interface Output {
  readonly messageId: 'log' | 'inherits'
  readonly at: Node
  /** What code assigns to that sends it elsewhere. */
  readonly name: string
  readonly fix?: Rule.ReportFixer
}

function resolveOutput(sourceCode: SourceCode, node: CallExpression): Output | undefined {
  const written = node.callee.type === 'MemberExpression' ? resolveWrite(sourceCode, node, node.callee) : undefined
  if (written || node.callee.type === 'Super') return written
  const options = node.arguments.at(-1)
  const inherited = options?.type === 'ObjectExpression' ? findProperty(options, 'stdio') : undefined
  if (!inherited || !inheritsOutput(inherited.value)) return undefined
  const imported = resolveImport(sourceCode, node.callee)
  const isStarter = imported?.module === 'child_process' && STARTERS.test(imported.path.join('.'))
  return isStarter ? { messageId: 'inherits', at: inherited, name: '' } : undefined
}

function resolveWrite(sourceCode: SourceCode, node: CallExpression, callee: MemberExpression): Output | undefined {
  const { object, property } = callee
  const method = resolveKeyName(property, callee.computed)
  if (method === undefined) return undefined
  if (object.type === 'Identifier' && object.name === 'console' && TO_STDOUT.has(method) && isGlobal(sourceCode, object)) {
    // Of the layout of a table, and of what `dir` is told beside the value, `error` knows nothing.
    const isPlain = method !== 'table' && (method !== 'dir' || node.arguments.length === 1)
    const fix: Rule.ReportFixer = (fixer) => fixer.replaceText(property, callee.computed ? "'error'" : 'error')
    return { messageId: 'log', at: callee, name: `console.${method}`, ...(isPlain ? { fix } : {}) }
  }
  if (method !== 'write' || object.type !== 'MemberExpression' || sourceCode.getText(object) !== 'process.stdout') return undefined
  // A message of the protocol itself belongs there.
  const [first] = node.arguments
  if (first && /^\(*JSON\.stringify\(|^`\$\{JSON\.stringify\(/u.test(sourceCode.getText(first))) return undefined
  return { messageId: 'log', at: callee, name: 'process.stdout.write', fix: (fixer) => fixer.replaceText(object.property, 'stderr') }
}

/** Nobody mends minified code. */
function isBundled({ lines }: SourceCode, { loc }: Node): boolean {
  return (lines[(loc?.start.line ?? 1) - 1]?.length ?? 0) > MAX_LINE
}

function inheritsOutput(stdio: Node): boolean {
  const output = stdio.type === 'ArrayExpression' ? stdio.elements[1] : stdio
  return output?.type === 'Literal' && (output.value === 'inherit' || (stdio !== output && output.value === 1))
}

function isGlobal(sourceCode: SourceCode, node: Identifier): boolean {
  const variable = resolveVariable(sourceCode, node.name, node)
  return !variable || variable.defs.length === 0
}
