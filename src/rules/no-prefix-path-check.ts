import type { SourceCode } from 'eslint'
import type { BinaryExpression, Node, SimpleCallExpression } from 'estree'
import { createRule } from '../create-rule.ts'
import { addSeparator } from '../reporting/suggestions/add-separator.ts'
import { getParent } from '../syntax/get-parent.ts'
import type { PathShape } from '../syntax/resolve-path-shape.ts'
import { resolvePathShape } from '../syntax/resolve-path-shape.ts'
import type { PrefixCheck } from '../syntax/resolve-prefix-check.ts'
import { resolvePrefixCheck } from '../syntax/resolve-prefix-check.ts'
import { resolveTestRole } from '../syntax/resolve-test-role.ts'
import { unwrap } from '../syntax/unwrap.ts'

/** Names of lists and functions whose entries are turned away: a prefix then refuses too much, never too little. */
const DENY_LIST = /block|den(?:y|ied)|forbid|exclu|ignor|skip|sensitive|system|protect|restrict|danger|unsafe|hidden/i
/** Names of values that hold their separator by convention. */
const HOLDS_SEPARATOR = /prefix|sep|slash/i
/** Absolute on POSIX or Windows, and more than the root of the file system. */
const ABSOLUTE_DIRECTORY = /^(?:[a-z]:)?[\\/]+[^\\/]/i
const SYSTEM_DIRECTORY = /^(?:\/(?:private\/)?(?:etc|proc|sys|dev|usr|s?bin|boot|root|lib\d*|System|Library)\b|C:\\)/i
const MESSAGE_TEXT_LIMIT = 60

export default createRule({
  name: 'no-prefix-path-check',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow containment checks on paths that compare a prefix without its separator',
      severity: 'high',
      preset: 'recommended',
      checklist: ['input/paths'],
      cwe: [22],
      owasp: ['MCP05'],
      cves: ['CVE-2025-53110'],
    },
    fixable: 'code',
    schema: [],
    messages: {
      sibling:
        '{{path}} is inside {{root}} by its first characters only, so a sibling such as {{sibling}} passes. ' +
        'Compare with the directory itself, or with the directory and a separator.',
    },
  },
  create: (context) => {
    const { sourceCode } = context
    const inspect = (node: SimpleCallExpression | BinaryExpression): void => {
      const check = resolvePrefixCheck(node)
      const root = check && resolveLooseRoot(sourceCode, check)
      if (!check || !root || !isGuard(sourceCode, check, root)) return
      const rootText = mention(sourceCode, check.prefix)
      context.report({
        node,
        messageId: 'sibling',
        data: {
          path: mention(sourceCode, check.text),
          root: rootText,
          sibling: root.text === undefined ? `${rootText} + '-secret'` : `${root.text}-secret`,
        },
        fix: addSeparator(sourceCode, check, root),
      })
    }
    return { CallExpression: inspect, BinaryExpression: inspect }
  },
})

/** The shape of the directory, where the check is on paths and nothing says that it ends with a separator. */
function resolveLooseRoot(sourceCode: SourceCode, check: PrefixCheck): PathShape | undefined {
  const root = resolvePathShape(sourceCode, check.prefix)
  if (root.end === 'separator') return undefined
  if (root.text !== undefined && !isDirectory(root.text, check.prefix)) return undefined
  const path = resolvePathShape(sourceCode, check.text)
  if (!path.isPath && !root.isPath) return undefined
  const isUnknown = !root.isPath && root.text === undefined
  if (isUnknown && HOLDS_SEPARATOR.test(sourceCode.getText(check.prefix))) return undefined
  return { ...root, isRewritten: root.isRewritten || path.isRewritten }
}

/** A relative text is a directory only where the file gives it a name; written in place it is a marker such as `..`. */
function isDirectory(text: string, node: Node): boolean {
  if (ABSOLUTE_DIRECTORY.test(text)) return true
  return unwrap(node).type !== 'Literal' && /^(?:\.\.?[\\/])?\w[\w\\/-]*$/.test(text)
}

function isGuard(sourceCode: SourceCode, check: PrefixCheck, root: PathShape): boolean {
  const [path, prefix] = [sourceCode.getText(check.text), sourceCode.getText(check.prefix)]
  const isFormatting = (branch: Node): boolean => {
    const text = sourceCode.getText(branch)
    return [`${prefix}.length`, `replace(${prefix}`, `relative(${prefix}`].some((use) => text.includes(use))
  }
  const around = findFunction(check.test)
  if (around && looksBehindRoot(sourceCode.getText(around), path, prefix)) return false
  if (leavesOut(check.test, check.isPositive)) return false
  const role = resolveTestRole(sourceCode, check.test, check.isPositive, isFormatting)
  if (role !== 'answers') return role === 'admits'
  return !SYSTEM_DIRECTORY.test(root.text ?? '') && !isOfDenyList(sourceCode, check.test)
}

/** `p[root.length] === sep` is the check that is missing, written out. */
function looksBehindRoot(text: string, path: string, prefix: string): boolean {
  return [`${path}[${prefix}.length]`, `${path}.charAt(${prefix}.length)`, `${path}.charCodeAt(${prefix}.length)`].some(
    (use) => text.includes(use),
  )
}

/** `isInside(p) && !p.startsWith(part)` leaves something out of what a function answers. */
function leavesOut(test: Node, isPositive: boolean): boolean {
  const parent = getParent(test)
  if (parent?.type === 'UnaryExpression' || parent?.type === 'ChainExpression') {
    return leavesOut(parent, isPositive !== (parent.type === 'UnaryExpression'))
  }
  if (isPositive || parent?.type !== 'LogicalExpression' || parent.operator !== '&&') return false
  const other = parent.left === test ? parent.right : parent.left
  const isAnswer = /^(?:ReturnStatement|ArrowFunctionExpression)$/.test(getParent(parent)?.type ?? '')
  return isAnswer && other.type !== 'BinaryExpression'
}

function isOfDenyList(sourceCode: SourceCode, test: Node): boolean {
  for (let node = getParent(test); node; node = getParent(node)) {
    if (node.type === 'CallExpression' && DENY_LIST.test(sourceCode.getText(node.callee))) return true
    if (node.type === 'FunctionDeclaration') return DENY_LIST.test(node.id?.name ?? '')
    if (node.type === 'MethodDefinition' || node.type === 'VariableDeclarator') {
      return DENY_LIST.test(sourceCode.getText(node.type === 'VariableDeclarator' ? node.id : node.key))
    }
  }
  return false
}

function findFunction(node: Node): Node | undefined {
  let around = getParent(node)
  while (around && !/^Function|^Arrow/.test(around.type)) around = getParent(around)
  return around
}

function mention(sourceCode: SourceCode, node: Node): string {
  const text = sourceCode.getText(node).replace(/\s+/g, ' ')
  return text.length > MESSAGE_TEXT_LIMIT ? `${text.slice(0, MESSAGE_TEXT_LIMIT - 1)}…` : text
}
