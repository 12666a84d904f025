import { createRule } from '../create-rule.ts'
import { resolveParameterKind } from '../knowledge/sensitive-parameters.ts'
import { reportTextFields } from '../reporting/report-text-fields.ts'
import { addConstraint } from '../reporting/suggestions/add-constraint.ts'
import { quoteText } from '../syntax/quote-text.ts'

export default createRule({
  name: 'require-param-pattern',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require an allow-list of characters for arguments that name files, hosts, tables and the like',
      severity: 'medium',
      preset: 'strict',
      checklist: ['input/characters'],
      cwe: [20],
      owasp: ['MCP05'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      unlisted: '`{{name}}` of {{tool}} is {{kind}} and admits any character. Add a pattern with those that it needs.',
      addPattern: 'Accept what matches {{pattern}}.',
    },
  },
  create(context) {
    const { sourceCode } = context
    return reportTextFields(context, ({ property, name, tool, text }) => {
      const found = text.hasPattern ? undefined : resolveParameterKind(name.slice(name.lastIndexOf('.') + 1))
      if (!found) return
      const regex = `/${found.pattern.replaceAll(/(?<!\\)\/(?![^[]*\])/gu, String.raw`\/`)}/`
      const fix = addConstraint(sourceCode, property, {
        call: `.regex(${regex})`, property: `pattern: ${quoteText(sourceCode, found.pattern)}`,
      })
      context.report({
        node: property, messageId: 'unlisted', data: { name, tool, kind: found.kind },
        suggest: fix ? [{ messageId: 'addPattern', data: { pattern: regex }, fix }] : [],
      })
    })
  },
})
