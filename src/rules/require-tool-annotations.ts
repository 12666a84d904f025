import type { Rule, SourceCode } from 'eslint'
import { createRule } from '../create-rule.ts'
import type { Declaration } from '../engine/registrations/declaration.ts'
import { findDeclaredNodes } from '../reporting/declared-nodes.ts'
import type { DeclaredNodes } from '../reporting/declared-nodes.ts'
import { locate } from '../reporting/locate.ts'
import { mentionDeclaration, reportRegistrations } from '../reporting/report-registrations.ts'

/** Frameworks that have a place for annotations; of the others nothing is asked. */
const DIALECTS: ReadonlySet<string> = new Set(['sdk-v1', 'sdk-v2', 'fastmcp'])
const HINTS = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint']

export default createRule({
  name: 'require-tool-annotations',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require annotations that tell clients what a tool does',
      severity: 'low',
      preset: 'strict',
      checklist: [],
      cwe: [],
      owasp: ['MCP02'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      missing: '{{tool}} has no annotations: a client cannot tell whether it only reads. Say so.',
      annotate: 'Add {{annotations}}.',
    },
  },
  create: (context) => reportRegistrations(context, (declaration) => {
    const { kind, dialect, hints } = declaration
    if (kind !== 'tool' || !DIALECTS.has(dialect)) return
    if (hints && (hints.isOpen || HINTS.some((hint) => hints.values.has(hint)))) return
    const { sourceCode } = context
    const nodes = findDeclaredNodes(sourceCode, declaration)
    // A configuration that is not to be seen may hold them.
    if (!declaration.isListed && nodes.call && !nodes.config && !isPositional(nodes)) return
    if (nodes.config?.properties.some((item) => item.type === 'SpreadElement')) return
    const annotations = hints ? undefined : resolveAnnotations(declaration)
    const fix = annotations === undefined ? undefined : addAnnotations(sourceCode, nodes, annotations)
    context.report({
      loc: nodes.name?.loc ?? locate(sourceCode, declaration.at),
      messageId: 'missing',
      data: { tool: mentionDeclaration(declaration) },
      suggest: fix && annotations !== undefined ? [{ messageId: 'annotate', data: { annotations }, fix }] : [],
    })
  }),
})

function isPositional({ call }: DeclaredNodes): boolean {
  return call?.callee.type === 'MemberExpression' && call.callee.property.type === 'Identifier' && call.callee.property.name === 'tool'
}

/** What the effects of the handler show; `undefined` where they show nothing. */
function resolveAnnotations({ effects }: Declaration): string | undefined {
  if (effects.length === 0) return undefined
  const world = effects.some((effect) => effect.capability === 'network') ? ', openWorldHint: true' : ''
  if (effects.some((effect) => effect.change === 'deletes')) return `{ readOnlyHint: false, destructiveHint: true${world} }`
  const isReading = effects.every(({ capability, change }) =>
    change === undefined && (capability === 'reads-files' || capability === 'database'))
  return `{ readOnlyHint: ${String(isReading)}${world} }`
}

function addAnnotations(sourceCode: SourceCode, { call, config }: DeclaredNodes, annotations: string): Rule.ReportFixer | undefined {
  const last = config?.properties.at(-1)
  if (last) return (fixer) => fixer.insertTextAfter(last, `, annotations: ${annotations}`)
  const handler = call?.arguments.at(-1)
  // In front of the handler they are annotations wherever a shape stands before them.
  const before = call?.arguments.at(-2)
  const isShape = before?.type === 'ObjectExpression' || (before !== undefined && sourceCode.getText(before).endsWith('.shape'))
  return handler && before && isShape ? (fixer) => fixer.insertTextBefore(handler, `${annotations}, `) : undefined
}
