import { basename, relative } from 'node:path'
import type { Rule } from 'eslint'
import { createRule } from '../create-rule.ts'
import type { Declaration, HandlerEffect } from '../engine/registrations/declaration.ts'
import { findDeclaredNodes, findProperty } from '../reporting/declared-nodes.ts'
import { keepsBooks } from '../reporting/keeps-books.ts'
import { locate } from '../reporting/locate.ts'
import { mentionRoute } from '../reporting/mention.ts'
import { nodeAt } from '../reporting/node-at.ts'
import { mentionDeclaration, reportRegistrations } from '../reporting/report-registrations.ts'

export default createRule({
  name: 'no-misleading-annotations',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow annotations that deny what a tool does',
      severity: 'high',
      preset: 'recommended',
      checklist: [],
      cwe: [451],
      owasp: ['MCP03'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      notReadOnly: '{{tool}} says `readOnlyHint: true`, but {{deed}}. Clients run such tools without asking. Tell them the truth.',
      destructive: '{{tool}} says `destructiveHint: false`, but {{deed}}. Clients run such tools without asking. Tell them the truth.',
      correct: 'Say `{{hint}}: {{value}}`.',
    },
  },
  create: (context) => reportRegistrations(context, (declaration) => {
    const { hints, kind } = declaration
    if (kind !== 'tool' || !hints) return
    const effects = declaration.effects.filter((effect) => effect.change && !effect.route.some(keepsBooks))
    const deleting = effects.find((effect) => effect.change === 'deletes')
    const [first] = effects
    if (hints.values.get('readOnlyHint') === true) {
      if (first) report(context, declaration, { messageId: 'notReadOnly', hint: 'readOnlyHint', effect: deleting ?? first })
    } else if (hints.values.get('destructiveHint') === false && deleting) {
      report(context, declaration, { messageId: 'destructive', hint: 'destructiveHint', effect: deleting })
    }
  }),
})

interface Contradiction {
  readonly messageId: 'notReadOnly' | 'destructive'
  readonly hint: string
  readonly effect: HandlerEffect
}

function report(context: Rule.RuleContext, declaration: Declaration, { messageId, hint, effect }: Contradiction): void {
  const { sourceCode } = context
  const place = declaration.hints?.place
  const isHere = place !== undefined && place.file === context.filename.replaceAll('\\', '/')
  const object = isHere ? nodeAt(sourceCode, place.at) : undefined
  const property = object?.type === 'ObjectExpression' ? findProperty(object, hint) : undefined
  const name = findDeclaredNodes(sourceCode, declaration).name
  const value = String(hint !== 'readOnlyHint')
  context.report({
    loc: property?.loc ?? name?.loc ?? locate(sourceCode, declaration.at),
    messageId,
    data: { tool: mentionDeclaration(declaration), deed: describeDeed(effect, context) },
    suggest: property?.value.type === 'Literal'
      ? [{ messageId: 'correct', data: { hint, value }, fix: (fixer) => fixer.replaceText(property.value, value) }] : [],
  })
}

function describeDeed({ capability, change, name, file, line, route }: HandlerEffect, { cwd, filename }: Rule.RuleContext): string {
  const where = file === filename.replaceAll('\\', '/') ? basename(filename) : relative(cwd, file).replaceAll('\\', '/')
  const verb = change === 'deletes' ? 'deletes' : 'writes'
  const deed = {
    executes: `runs a command that ${verb}`, 'writes-files': `${verb} files`, 'reads-files': 'reads files',
    network: `sends a request that ${verb}`, database: `${verb} in the database`,
  }[capability]
  return `it ${deed}: \`${name.replace(/^default\./u, '')}\` (${where}:${line})${mentionRoute(route)}`
}
