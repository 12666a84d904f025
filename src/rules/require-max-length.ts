import type { Rule } from 'eslint'
import { createRule } from '../create-rule.ts'
import { reportTextFields } from '../reporting/report-text-fields.ts'
import { addConstraint } from '../reporting/suggestions/add-constraint.ts'

const schema = [
  {
    type: 'object',
    properties: { length: { type: 'integer', minimum: 1, description: 'The bound that the suggestion writes.' } },
    additionalProperties: false,
  },
] as const satisfies Rule.RuleMetaData['schema']

export default createRule({
  name: 'require-max-length',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require a maximum length for every text that a client may send',
      severity: 'low',
      preset: 'strict',
      checklist: ['input/length'],
      cwe: [770],
      owasp: ['MCP05'],
    },
    hasSuggestions: true,
    schema,
    defaultOptions: [{ length: 1000 }],
    messages: {
      unbounded: '`{{name}}` of {{tool}} has no maximum length. Bound it.',
      bound: 'Accept at most {{length}} characters.',
    },
  },
  create(context) {
    const [{ length }] = context.options as [{ length: number }]
    return reportTextFields(context, ({ property, name, tool, text }) => {
      if (text.isBounded) return
      const fix = addConstraint(context.sourceCode, property, { call: `.max(${length})`, property: `maxLength: ${length}` })
      context.report({
        node: property, messageId: 'unbounded', data: { name, tool },
        suggest: fix ? [{ messageId: 'bound', data: { length: String(length) }, fix }] : [],
      })
    })
  },
})
