import type { Node } from 'estree'
import { createRule } from '../create-rule.ts'
import { findFields } from '../engine/flow/find-fields.ts'
import type { Declaration } from '../engine/registrations/declaration.ts'
import { findPoison } from '../knowledge/descriptions/find-poison.ts'
import { findDeclaredNodes, resolveSchemaProperty } from '../reporting/declared-nodes.ts'
import { findTextNode } from '../reporting/find-text-node.ts'
import { locate } from '../reporting/locate.ts'
import { mentionDeclaration, reportRegistrations } from '../reporting/report-registrations.ts'
import { removeInvisible } from '../reporting/suggestions/remove-invisible.ts'

export default createRule({
  name: 'no-poisoned-description',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow hidden characters and orders to the model in what a server tells of its tools',
      severity: 'high',
      preset: 'recommended',
      checklist: [],
      cwe: [451, 1007],
      owasp: ['MCP03'],
    },
    fixable: 'code',
    schema: [],
    messages: {
      invisible: 'The description of {{subject}} holds an invisible character ({{what}}), which the model reads and nobody sees. '
        + 'Remove it.',
      bidirectional: 'The description of {{subject}} holds a character that reorders text ({{what}}): it is not what it looks like. '
        + 'Remove it.',
      instruction: 'The description of {{subject}} gives the model an order ({{what}}). Describe the tool and nothing else.',
      credentials: 'The description of {{subject}} has the model fetch a credential file ({{what}}). Remove it.',
    },
  },
  create(context) {
    const { sourceCode, filename } = context
    const told = new Set<string>()
    return reportRegistrations(context, (declaration) => {
      for (const { subject, text, node } of textsOf(declaration)) {
        for (const poison of findPoison(text)) {
          const found = text.slice(poison.start, poison.end)
          const literal = node && findTextNode(sourceCode, node, found)
          const loc = (literal ?? node)?.loc ?? locate(sourceCode, declaration.at)
          const key = `${loc.start.line}:${loc.start.column}:${poison.kind}:${found}`
          if (told.has(key)) continue
          told.add(key)
          const isHidden = poison.kind === 'invisible' || poison.kind === 'bidirectional'
          context.report({
            loc, messageId: poison.kind, data: { subject, what: isHidden ? describeCharacters(found) : JSON.stringify(found) },
            fix: isHidden && literal ? removeInvisible(sourceCode, literal) : null,
          })
        }
      }
    })

    function textsOf(declaration: Declaration): { subject: string; text: string; node: Node | undefined }[] {
      const subject = mentionDeclaration(declaration).replace(/^./u, (first) => first.toLowerCase())
      const nodes = findDeclaredNodes(sourceCode, declaration)
      const own = declaration.description === undefined ? [] : [{ subject, text: declaration.description, node: nodes.description }]
      const fields = declaration.schema ? findFields(declaration.schema) : []
      return [...own, ...fields.flatMap(({ path, schema }) => {
        if (schema.description === undefined || !schema.place) return []
        const property = resolveSchemaProperty(sourceCode, filename, schema.place)
        return [{ subject: `\`${path.join('.')}\` of ${subject}`, text: schema.description, node: property?.value ?? nodes.schema }]
      })]
    }
  },
})

function describeCharacters(text: string): string {
  const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const [first = '', ...others] = [...text].map((character) => `U+${hex(character)}`)
  return others.length > 0 ? `${first} and ${others.length} more` : first
}
