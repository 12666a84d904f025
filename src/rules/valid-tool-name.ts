import type { AST, Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'
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
  create: (context) => reportRegistrations(context, (declaration, all) => {
    const { name, kind, at, isListed, server } = declaration
    if (kind !== 'tool' || name === undefined || VALID.test(name)) return
    const { sourceCode } = context
    const node = findDeclaredNodes(sourceCode, declaration).name
    const literal = node && resolveValue(sourceCode, node)
    const isHere = literal?.type === 'Literal' && literal.value === name
    const better = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^\w.-]+/gu, '_').slice(0, MAX_LENGTH)
    const isFree = /[\da-z]/iu.test(better) && !all.some((other) => other.name === better && other.server === server)
    const texts = !isHere || !isFree ? [] : isListed && node === literal ? findTexts(sourceCode, name) : [literal]
    const fix = rename(sourceCode, texts, better)
    context.report({
      loc: (isHere ? literal.loc : node?.loc) ?? locate(sourceCode, at),
      messageId: 'invalid',
      data: { name: JSON.stringify(name) },
      suggest: fix ? [{ messageId: 'rename', data: { name: better }, fix }] : [],
    })
  }),
})

/** The name where it is listed and where it is asked for; none where that is in another file. */
function findTexts(sourceCode: SourceCode, name: string): AST.Token[] {
  const texts = sourceCode.ast.tokens.filter((token) => token.type === 'String' && token.value.slice(1, -1) === name)
  return texts.length > 1 ? texts : []
}

function rename(sourceCode: SourceCode, texts: readonly (AST.Token | Node)[], name: string): Rule.ReportFixer | undefined {
  return texts.length === 0 ? undefined : (fixer) => texts.map((text) => fixer.replaceText(text, quoteText(sourceCode, name)))
}
