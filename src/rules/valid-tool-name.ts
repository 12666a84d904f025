import { createRule } from '../create-rule.ts'
import { findDeclaredNodes, resolveValue } from '../reporting/declared-nodes.ts'
import { locate } from '../reporting/locate.ts'
import { reportRegistrations } from '../reporting/report-registrations.ts'
import { quoteText } from '../syntax/quote-text.ts'

/** Specification 2025-11-25, Tools › Tool Names. */
const VALID = /^[\w.-]{1,128}$/u
const MAX_LENGTH = 128

export default createRule({
  name: 'valid-tool-name',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Require tool names that every client accepts',
      severity: 'low',
      preset: 'recommended',
      checklist: [],
      cwe: [],
      owasp: ['MCP03'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      invalid: '{{name}} is no tool name: the protocol admits 1 to 128 of letters, digits, `_`, `-` and `.`. Clients may refuse '
        + 'the tool or rename it.',
      rename: 'Call it {{name}}.',
    },
  },
  create: (context) => reportRegistrations(context, (declaration) => {
    const { name, kind, at } = declaration
    if (kind !== 'tool' || name === undefined || VALID.test(name)) return
    const { sourceCode } = context
    const node = findDeclaredNodes(sourceCode, declaration).name
    const literal = node && resolveValue(sourceCode, node)
    const isHere = literal?.type === 'Literal' && literal.value === name
    const better = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^\w.-]+/gu, '_').slice(0, MAX_LENGTH)
    context.report({
      loc: (isHere ? literal.loc : node?.loc) ?? locate(sourceCode, at),
      messageId: 'invalid',
      data: { name: JSON.stringify(name) },
      suggest: isHere && /[\da-z]/iu.test(better)
        ? [{ messageId: 'rename', data: { name: better }, fix: (fixer) => fixer.replaceText(literal, quoteText(sourceCode, better)) }] : [],
    })
  }),
})
