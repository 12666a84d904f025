import type { Rule, SourceCode } from 'eslint'
import type { BinaryExpression, Node, SimpleCallExpression, TryStatement } from 'estree'
import { createRule } from '../create-rule.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { isTestFile } from '../syntax/is-test-file.ts'
import { resolvePathShape } from '../syntax/resolve-path-shape.ts'
import { resolvePrefixCheck } from '../syntax/resolve-prefix-check.ts'
import { resolveTestRole } from '../syntax/resolve-test-role.ts'

/** What looks at the link itself, or refuses to follow it. */
const LOOKS_AT_LINKS = /\b(?:realpath\w*|lstat\w*|readlink\w*|isSymbolicLink|O_NOFOLLOW)\b/u
const REAL = /\brealpath\w*(?:\.native)?\s*\(\s*(?<path>[\w$.]+)/u
/** A file that only compares may be given real paths. */
const USES_FILES = /['"](?:node:fs|fs|fs-extra|graceful-fs)(?:\/promises)?['"]/u
/** A folder that may be served; the system's own are on lists of what is refused. */
const SERVED_FOLDER = /^(?:\/(?!(?:etc|proc|sys|dev|bin|sbin|boot|root|usr|var|lib|private|System|Library)\b)|[A-Za-z]:[\\/](?!Windows))\w/u
/** An answer that depends on why the real path could not be read. */
const ASKS_WHY = /\bcode\b|ENOENT/u

export default createRule({
  name: 'require-realpath-check',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Require that a path is checked after symbolic links in it were followed',
      severity: 'medium',
      preset: 'strict',
      checklist: ['input/paths'],
      cwe: [59],
      owasp: ['MCP05'],
      cves: ['CVE-2025-53109', 'GHSA-pw7v-9v7h-6j22'],
    },
    schema: [],
    messages: {
      lexical: '`{{path}}` is compared with a folder as it is written, and a symbolic link below the folder leads out of it. '
        + 'Compare what realpath gives, for a new file that of its parent.',
      fallback: '`{{path}}` is used although its real path could not be read, whatever the reason. Go on without it only '
        + 'where the file does not exist (ENOENT).',
    },
  },
  create: (context) => {
    const { sourceCode } = context
    const checks: { readonly node: SimpleCallExpression | BinaryExpression; readonly path: string }[] = []
    const inspect = (node: SimpleCallExpression | BinaryExpression): void => {
      const path = resolveCheckedPath(sourceCode, node)
      if (path !== undefined) checks.push({ node, path })
    }
    return {
      CallExpression: inspect,
      BinaryExpression: inspect,
      TryStatement: (node) => { reportFallback(context, node) },
      'Program:exit'() {
        if (checks.length === 0 || !USES_FILES.test(sourceCode.text) || looksAtLinks(sourceCode)) return
        if (isTestFile(context.filename, context.cwd) || !fileAnalysis(context).isMcp) return
        for (const { node, path } of checks) context.report({ node, messageId: 'lexical', data: { path } })
      },
    }
  },
})

/** Asked of the tokens: a comment that speaks of links looks at none. */
function looksAtLinks({ ast }: SourceCode): boolean {
  return ast.tokens.some((token) => LOOKS_AT_LINKS.test(token.value))
}

/** The text of a path that a prefix check admits, where both sides are paths for certain. */
function resolveCheckedPath(sourceCode: SourceCode, node: SimpleCallExpression | BinaryExpression): string | undefined {
  const check = resolvePrefixCheck(node)
  if (!check || !resolvePathShape(sourceCode, check.text).isPath) return undefined
  const prefix = resolvePathShape(sourceCode, check.prefix)
  if (prefix.text !== undefined && !SERVED_FOLDER.test(prefix.text)) return undefined
  const role = resolveTestRole(sourceCode, check.test, check.isPositive, () => false)
  return role === undefined ? undefined : sourceCode.getText(check.text)
}

/** `try { real = await realpath(p); if (…) throw …; return real } catch { …; return p }` */
function reportFallback(context: Rule.RuleContext, { block, handler }: TryStatement): void {
  const { sourceCode } = context
  const tried = sourceCode.getText(block)
  // Without a refusal it is no check.
  const path = /\bthrow\b/u.test(tried) ? REAL.exec(tried)?.groups?.['path'] : undefined
  if (!handler || path === undefined || ASKS_WHY.test(sourceCode.getText(handler))) return
  const fallback = findReturn(sourceCode, handler.body, path)
  if (fallback && fileAnalysis(context).isMcp) context.report({ node: fallback, messageId: 'fallback', data: { path } })
}

function findReturn(sourceCode: SourceCode, node: Node, path: string): Node | undefined {
  if (node.type === 'ReturnStatement') return node.argument && sourceCode.getText(node.argument) === path ? node : undefined
  if (/Function/u.test(node.type)) return undefined
  for (const key of sourceCode.visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, Node | (Node | null)[] | null>)[key] // keys of the node's own type
    for (const item of [child].flat()) {
      const found = item ? findReturn(sourceCode, item, path) : undefined
      if (found) return found
    }
  }
  return undefined
}
