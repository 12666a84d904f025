import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, Identifier, MemberExpression, Node } from 'estree'
import { createRule } from '../create-rule.ts'
import { writesToStdout } from '../knowledge/stdout-methods.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { nodeAt } from '../reporting/node-at.ts'
import { isTestFile } from '../syntax/is-test-file.ts'
import { resolveImport } from '../syntax/resolve-import.ts'
import { resolveInheritedOutput } from '../syntax/resolve-inherited-output.ts'
import { resolveKeyName } from '../syntax/resolve-key-name.ts'
import { resolveVariable } from '../syntax/resolve-variable.ts'
import { runsBesideServer } from '../syntax/runs-beside-server.ts'

/** https://nodejs.org/api/console.html: `error`, `warn`, `trace` and `assert` write to standard error. */
const TO_STDOUT = new Set(['log', 'info', 'debug', 'dir', 'dirxml', 'table', 'group', 'groupCollapsed', 'count', 'timeEnd', 'timeLog'])
/** Those of which `error` does the same with the same arguments. */
const LIKE_ERROR = new Set(['log', 'info', 'debug', 'dirxml'])
const RECEIVERS = new Set(['then', 'catch', 'finally', 'on', 'once', 'forEach'])
const MAX_LINE = 500

export default createRule({
  name: 'no-stdout-logging',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow writing to standard output in servers that speak to their client over it',
      severity: 'medium',
      preset: 'recommended',
      checklist: [],
      cwe: [],
      owasp: ['MCP08'],
    },
    fixable: 'code',
    schema: [],
    messages: {
      log: '{{callee}} writes to standard output, over which this server speaks to its client: the client reads it as a broken message. '
        + 'Write to standard error.',
      logger: '{{callee}} makes a logger that writes to standard output, over which this server speaks to its client. '
        + 'Give it standard error.',
      inherits: '{{callee}} gives its program the standard output over which this server speaks to its client. Read the output, '
        + 'or send it to standard error.',
    },
  },
  create(context) {
    const { sourceCode, filename, cwd } = context
    if (isTestFile(filename, cwd)) return {}
    const report = (node: Node, { at, messageId, name, fix }: Output, callee: string): void => {
      const { process } = fileAnalysis(context)
      if (!process.speaksStdio || !process.loaded.includes(filename.replaceAll('\\', '/'))) return
      if (process.replaced.includes(name) || runsBesideServer(sourceCode, node) || isBundled(sourceCode, node)) return
      context.report({ node: at, messageId, data: { callee }, ...(fix ? { fix } : {}) })
    }
    return {
      CallExpression(node) {
        const output = resolveOutput(sourceCode, node)
        if (output) report(node, output, sourceCode.getText(node.callee))
        for (const argument of handedOn(node)) {
          const handed = resolveConsole(sourceCode, argument, true)
          if (handed) report(argument, handed, sourceCode.getText(argument))
        }
      },
      'Program:exit'() {
        for (const { file, at, callee } of fileAnalysis(context).process.writers) {
          const node = file === filename.replaceAll('\\', '/') ? nodeAt(sourceCode, at) : undefined
          if (node) report(node, { messageId: 'logger', at: node, name: '' }, callee)
        }
      },
    }
  },
})

interface Output {
  readonly messageId: 'log' | 'logger' | 'inherits'
  readonly at: Node
  /** What code assigns to that sends it elsewhere. */
  readonly name: string
  readonly fix?: Rule.ReportFixer
}

function resolveOutput(sourceCode: SourceCode, node: CallExpression): Output | undefined {
  const { callee } = node
  if (callee.type === 'Super') return undefined
  if (callee.type === 'MemberExpression') {
    const written = resolveConsole(sourceCode, callee, node.arguments.length === 1) ?? resolveWrite(sourceCode, node, callee)
    if (written) return written
  }
  const imported = resolveImport(sourceCode, callee)
  if (!imported) return undefined
  if (writesToStdout(imported.module, imported.path)) return { messageId: 'log', at: callee, name: '' }
  const inherited = resolveInheritedOutput(sourceCode, node, imported)
  return inherited && { messageId: 'inherits', at: inherited, name: '' }
}

/** `promise.then(console.log)`: what only hands on what it is given. */
function handedOn({ callee, arguments: args }: CallExpression): MemberExpression[] {
  const method = callee.type === 'MemberExpression' ? resolveKeyName(callee.property, callee.computed) : undefined
  return method !== undefined && RECEIVERS.has(method) ? args.filter((item) => item.type === 'MemberExpression') : []
}

/** A method of the console; of what `dir` is told beside the value, of layouts and of counters `error` knows nothing. */
function resolveConsole(sourceCode: SourceCode, callee: MemberExpression, hasOneArgument: boolean): Output | undefined {
  const { object, property } = callee
  const method = resolveKeyName(property, callee.computed)
  if (method === undefined || object.type !== 'Identifier' || object.name !== 'console') return undefined
  if (!TO_STDOUT.has(method) || !isGlobal(sourceCode, object)) return undefined
  const isPlain = LIKE_ERROR.has(method) || (method === 'dir' && hasOneArgument)
  const fix: Rule.ReportFixer = (fixer) => fixer.replaceText(property, callee.computed ? "'error'" : 'error')
  return { messageId: 'log', at: callee, name: `console.${method}`, ...(isPlain ? { fix } : {}) }
}

function resolveWrite(sourceCode: SourceCode, node: CallExpression, { object, property, computed }: MemberExpression): Output | undefined {
  if (resolveKeyName(property, computed) !== 'write' || object.type !== 'MemberExpression') return undefined
  if (sourceCode.getText(object) !== 'process.stdout') return undefined
  // A message of the protocol itself belongs there, and nothing at all does no harm.
  const [first] = node.arguments
  if (first && /^\(*JSON\.stringify\(|^`\$\{JSON\.stringify\(|^(?:''|""|``)$/u.test(sourceCode.getText(first))) return undefined
  return { messageId: 'log', at: node.callee, name: 'process.stdout.write', fix: (fixer) => fixer.replaceText(object.property, 'stderr') }
}

/** Nobody mends minified code, nor that of libraries in a bundle: bundlers say in a comment where it came from. */
function isBundled(sourceCode: SourceCode, node: Node): boolean {
  const { lines, text } = sourceCode
  if ((lines[(node.loc?.start.line ?? 1) - 1]?.length ?? 0) > MAX_LINE) return true
  const origins = text.slice(0, sourceCode.getRange(node)[0]).match(/^\/\/ ?(?:#region )?[\w./@-]+\.\w+$/gmu)
  return origins?.at(-1)?.includes('node_modules/') ?? false
}

function isGlobal(sourceCode: SourceCode, node: Identifier): boolean {
  const variable = resolveVariable(sourceCode, node.name, node)
  return !variable || variable.defs.length === 0
}
