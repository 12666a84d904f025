import type { SourceCode } from 'eslint'
import type { BinaryExpression, Node, SimpleCallExpression } from 'estree'
import { createRule } from '../create-rule.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { resolveImport } from '../syntax/resolve-import.ts'
import { resolveInitialiser } from '../syntax/resolve-initialiser.ts'
import { resolveKeyName } from '../syntax/resolve-key-name.ts'
import { resolvePathShape } from '../syntax/resolve-path-shape.ts'
import { resolvePrefixCheck } from '../syntax/resolve-prefix-check.ts'
import { resolveVariable } from '../syntax/resolve-variable.ts'
import { unwrap } from '../syntax/unwrap.ts'

const MAX_ALIASES = 5
const BROAD_TEXT = /^(?:[\\/]|[A-Za-z]:[\\/]?|~[\\/]?|\/(?:home|Users|root|etc|var))$/u
/** Names under which a list of folders that are served is kept. */
const ROOTS_NAME = /^(?:(?:allowed|permitted|safe)_?(?:dir|folder|path|root)|(?:base|root|sandbox|workspace)_?(?:dir|folder|path))/iu

export default createRule({
  name: 'no-broad-root',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow serving the whole file system or a home folder',
      severity: 'medium',
      preset: 'recommended',
      checklist: ['access/filesystem'],
      cwe: [552],
      owasp: ['MCP02'],
    },
    schema: [],
    messages: {
      broad: '{{root}} is {{what}}, so a path that is kept inside it may be any that matters: keys, configuration, '
        + 'shell history. Serve a folder made for the purpose, and take further ones from configuration.',
    },
  },
  create: (context) => {
    const { sourceCode } = context
    const report = (node: Node, root: Node): void => {
      const what = describeBroad(sourceCode, root, 0)
      if (what === undefined || !fileAnalysis(context).isMcp) return
      context.report({ node, messageId: 'broad', data: { root: `\`${sourceCode.getText(root)}\``, what } })
    }
    const inspect = (node: SimpleCallExpression | BinaryExpression): void => {
      const check = resolvePrefixCheck(node)
      // Written in place, `/` and `~/` ask what kind of path it is.
      if (!check || unwrap(check.prefix).type === 'Literal') return
      if (resolvePathShape(sourceCode, check.text).isPath) report(check.prefix, check.prefix)
    }
    return {
      BinaryExpression: inspect,
      CallExpression(node) {
        inspect(node)
        const member = resolveImport(sourceCode, node.callee)
        const [first, second] = node.arguments
        if (member?.module === 'path' && member.path.at(-1) === 'relative' && first) report(first, first)
        if (member?.module === 'is-path-inside' && second) report(second, second)
      },
      VariableDeclarator({ id, init }) {
        if (id.type !== 'Identifier' || !init || !ROOTS_NAME.test(id.name)) return
        const value = unwrap(init)
        if (value.type !== 'ArrayExpression') return
        for (const item of value.elements) if (item && item.type !== 'SpreadElement') report(item, item)
      },
    }
  },
})

/** What a folder is that holds nearly everything; `undefined` for any other. */
function describeBroad(sourceCode: SourceCode, node: Node, depth: number): string | undefined {
  const value = unwrap(node)
  if (depth > MAX_ALIASES) return undefined
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' && BROAD_TEXT.test(value.value) ? nameOf(value.value) : undefined
    case 'Identifier': {
      const init = resolveInitialiser(resolveVariable(sourceCode, value.name, value))?.init
      return init && describeBroad(sourceCode, init, depth + 1)
    }
    case 'LogicalExpression':
      return value.operator === '&&' ? undefined
        : describeBroad(sourceCode, value.left, depth + 1) ?? describeBroad(sourceCode, value.right, depth + 1)
    case 'BinaryExpression':
      return value.operator === '+' && value.left.type !== 'PrivateIdentifier' && isSeparator(sourceCode, value.right)
        ? describeBroad(sourceCode, value.left, depth + 1) : undefined
    case 'CallExpression': {
      const member = resolveImport(sourceCode, value.callee)
      if (member?.module === 'os' && member.path.at(-1) === 'homedir') return 'the home folder'
      const isResolve = member?.module === 'path' && /^(?:resolve|normalize)$/u.test(member.path.at(-1) ?? '')
      const [only, ...others] = value.arguments
      return isResolve && only && others.length === 0 ? describeBroad(sourceCode, only, depth + 1) : undefined
    }
    case 'MemberExpression':
      return isHome(sourceCode, value) ? 'the home folder' : undefined
    default:
      return undefined
  }
}

function nameOf(text: string): string {
  return text.startsWith('~') ? 'the home folder' : /^(?:[\\/]|[A-Za-z]:[\\/]?)$/u.test(text) ? 'the whole file system' : 'a system folder'
}

function isHome(sourceCode: SourceCode, node: Node & { type: 'MemberExpression' }): boolean {
  const name = resolveKeyName(node.property, node.computed)
  return (name === 'HOME' || name === 'USERPROFILE') && /^process\.env\b/u.test(sourceCode.getText(node.object))
}

function isSeparator(sourceCode: SourceCode, node: Node): boolean {
  return /^(?:path\.sep|sep|['"][\\/]+['"])$/u.test(sourceCode.getText(node))
}
