import type { SourceCode } from 'eslint'
import type { Node } from 'estree'
import { getParent } from './get-parent.ts'
import { resolveKeyName } from './resolve-key-name.ts'

const BESIDE = new RegExp(
  'help|usage|version|banner|https?|sse|express|rest|web|cli(?!ent)|install|auth|login|logout|setup|wizard|doctor'
  + '|interactive|testing|^(?:handle|run)_?init|init(?:config|command)$',
  'iu',
)
const ASKED = /argv|\bargs?\b|help|version|http|sse|transport|isTTY|\bcli\b|command|require\.main|import\.meta|stdio|stdout/iu
/** How much a logger of the package tells is a setting: what a server on stdio sets it to cannot be seen. */
const LEVEL = /\bthis\.\w*level\b|\b(?:config|options|settings)\.\w*level\b|\bLOG_?LEVEL\b/iu
const OTHER_TRANSPORT = /(?:^|\/)(?:express|fastify|hono|koa|streamableHttp|sse|commander|yargs|inquirer|readline)(?:\.js)?$/iu
const MAX_NAMES = 6
const ROUTES = new Set(['listen', 'get', 'post', 'put', 'patch', 'delete', 'use', 'all', 'action', 'command', 'serve'])

/**
 * Whether code runs where the process is no server on standard input and output: in a command of its own, where it leaves
 * the process at once, or in the HTTP server that the package has as well.
 */
export function runsBesideServer(sourceCode: SourceCode, start: Node): boolean {
  if (isOfOtherTransport(sourceCode)) return true
  for (let child = start, node = getParent(start); node; child = node, node = getParent(node)) {
    if (node.type === 'IfStatement' && node.test !== child && asksForMode(sourceCode, node.test)) return true
    if (node.type === 'SwitchCase' || node.type === 'BlockStatement') {
      const statements: readonly Node[] = node.type === 'SwitchCase' ? node.consequent : node.body
      if (statements.some((item) => leaves(sourceCode, item))) return true
    }
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee !== child) {
      const method = resolveKeyName(node.callee.property, node.callee.computed)
      if (method !== undefined && ROUTES.has(method)) return true
    }
    if (/Function|^Class(?:Declaration|Expression)$/u.test(node.type) && BESIDE.test(nameOf(sourceCode, node))) return true
  }
  return false
}

/** Whether a condition, or what the file gives to a name in it, asks how the process was started, or how much it is to tell. */
function asksForMode(sourceCode: SourceCode, test: Node): boolean {
  const text = sourceCode.getText(test)
  if (ASKED.test(text) || LEVEL.test(text)) return true
  return (text.match(/[A-Za-z_]\w*/gu) ?? []).slice(0, MAX_NAMES)
    .some((name) => ASKED.test(new RegExp(`\\b${name}\\s*=(?!=)([^;]{0,300})`, 'u').exec(sourceCode.text)?.[1] ?? ''))
}

/** A file that imports what HTTP servers are made of and nothing of standard input and output. */
function isOfOtherTransport({ ast }: SourceCode): boolean {
  const sources = ast.body.flatMap((item) => (item.type === 'ImportDeclaration' ? [String(item.source.value)] : []))
  return sources.some((source) => OTHER_TRANSPORT.test(source)) && !sources.some((source) => /stdio/iu.test(source))
}

function leaves(sourceCode: SourceCode, node: Node): boolean {
  return node.type === 'ExpressionStatement' && /^(?:await )?process\.exit\(/u.test(sourceCode.getText(node))
}

function nameOf(sourceCode: SourceCode, node: Node): string {
  if ('id' in node && node.id && node.id.type === 'Identifier') return node.id.name
  const parent = getParent(node)
  if (parent?.type === 'VariableDeclarator') return sourceCode.getText(parent.id)
  return parent?.type === 'MethodDefinition' || parent?.type === 'Property' ? sourceCode.getText(parent.key) : ''
}
