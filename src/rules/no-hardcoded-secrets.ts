import type { TSESTree } from '@typescript-eslint/types'
import type { AST, Rule, SourceCode } from 'eslint'
import type { BinaryExpression, Literal, Node, TemplateLiteral } from 'estree'
import { createRule } from '../create-rule.ts'
import { resolveSecret, type Secret } from '../knowledge/secrets/resolve-secret.ts'
import { readFromEnvironment } from '../reporting/suggestions/read-from-environment.ts'
import { findBoundNames } from '../syntax/find-bound-names.ts'
import { getParent } from '../syntax/get-parent.ts'
import { getStringParts } from '../syntax/get-string-parts.ts'
import { isTestFile } from '../syntax/is-test-file.ts'

type Text = Literal | TemplateLiteral | BinaryExpression

/** No credential is shorter. */
const MIN_TEXT = 8

/** Longer concatenations are generated data, and taking one apart takes a stack frame for each operand. */
const MAX_OPERANDS = 500

/** Constant text that may stay in front of a value that is read at run time. */
const SCHEME = /^(?:Bearer|Basic|Token|Bot|token) $/

export default createRule({
  name: 'no-hardcoded-secrets',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow credentials in the source',
      severity: 'critical',
      preset: 'recommended',
      checklist: ['auth/env-keys', 'auth/no-hardcoded', 'config/env-secrets'],
      cwe: [798, 321],
      owasp: ['MCP01'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      token: 'The source holds {{subject}}. Revoke it, and read its successor from the environment.',
      privateKey: 'The source holds a private key. Replace the key pair, and load the new key at run time.',
      connection: 'This {{subject}} address holds a password. Change it, and read the address from the environment.',
      named: '{{subject}} gets a credential from the source. Revoke it, and read its successor from the environment.',
      fallback: '{{subject}} falls back to a credential in the source. Revoke it, and require {{subject}} to be set.',
      readFromEnvironment: 'Read it from process.env.{{variable}}, and throw where that is not set.',
      stop: 'Throw where the variable is not set.',
    },
  },
  create(context) {
    const { sourceCode } = context
    const inTest = isTestFile(context.filename, context.cwd)

    function check(node: Text): void {
      if (isPartOfText(node)) return
      const text = resolveText(node)
      if (text === undefined || text.length < MIN_TEXT) return
      // ESLint hands over ESTree; TypeScript's own parents are told apart under TSESTree's types.
      const names = findBoundNames(node as unknown as TSESTree.Node)
      const secret = resolveSecret({ text, names, inTest })
      if (!secret || isWebAppConfig(node, secret)) return
      context.report({
        loc: getLocation(sourceCode, node, text, secret),
        messageId: secret.kind === 'named' && isFallback(node) ? 'fallback' : secret.kind,
        data: { subject: secret.subject },
        suggest: suggestEnvironment(sourceCode, node, text, secret),
      })
    }

    return { Literal: check, TemplateLiteral: check, BinaryExpression: check }
  },
})

function isPartOfText(node: Node): boolean {
  const parent = getParent(node)
  return parent?.type === 'TemplateLiteral' || (parent?.type === 'BinaryExpression' && parent.operator === '+')
}

function resolveText(node: Text): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.type === 'BinaryExpression') {
    let operands = 0
    for (let left: Node = node; left.type === 'BinaryExpression'; left = left.left) operands++
    if (node.operator !== '+' || operands > MAX_OPERANDS) return undefined
  }
  return getStringParts(node).map((part) => (part.kind === 'text' ? part.text : '\0')).join('')
}

/** The API key of a Firebase web app is an identifier that every visitor gets (Firebase documentation, "API keys"). */
function isWebAppConfig(node: Node, secret: Secret): boolean {
  const object = secret.subject === 'a Google API key' ? getParent(getParent(node) ?? node) : undefined
  if (object?.type !== 'ObjectExpression') return false
  const keys = object.properties.map((property) => (property.type === 'Property' ? property.key : undefined))
  return keys.some((key) => key?.type === 'Identifier' && key.name === 'authDomain')
}

function isFallback(node: Node): boolean {
  const parent = getParent(node)
  return parent?.type === 'LogicalExpression' && parent.operator !== '&&' && parent.right === node
}

/** The literal, or in a text of several lines the secret itself. */
function getLocation(sourceCode: SourceCode, node: Text, text: string, { start, end }: Secret): AST.SourceLocation {
  const { loc, range } = node
  if (!loc || !range || loc.start.line === loc.end.line || end - start === text.length) return loc ?? sourceCode.ast.loc
  const offset = sourceCode.getText(node).indexOf(text.slice(start, end))
  if (offset < 0) return loc
  const index = range[0] + offset
  return { start: sourceCode.getLocFromIndex(index), end: sourceCode.getLocFromIndex(index + end - start) }
}

function suggestEnvironment(
  sourceCode: SourceCode, literal: Text, text: string, secret: Secret,
): Rule.SuggestionReportDescriptor[] {
  const before = text.slice(0, secret.start).replace(/^https:\/\/$/, '')
  const isAlone = secret.end === text.length && !text.includes('\0') && (before === '' || SCHEME.test(before))
  if (!isAlone || secret.environment === undefined) return []
  const variable = secret.environment
  const edit = readFromEnvironment({ sourceCode, literal, variable, before })
  if (!edit) return []
  return edit.isFallback
    ? [{ messageId: 'stop', fix: edit.fix }]
    : [{ messageId: 'readFromEnvironment', data: { variable }, fix: edit.fix }]
}
