import type { Rule } from 'eslint'
import type { CallExpression, Node } from 'estree'
import { createRule } from '../create-rule.ts'
import { resolveVersion } from '../engine/host/resolve-version.ts'
import type { Declaration, HandlerEffect } from '../engine/registrations/declaration.ts'
import { findDeclaredNodes, resolveValue } from '../reporting/declared-nodes.ts'
import type { DeclaredNodes } from '../reporting/declared-nodes.ts'
import { locate } from '../reporting/locate.ts'
import { nodeAt } from '../reporting/node-at.ts'
import { mentionDeclaration, reportRegistrations } from '../reporting/report-registrations.ts'
import { getStringParts } from '../syntax/get-string-parts.ts'

/** Frameworks that have a place for annotations; of the others nothing is asked. */
const DIALECTS: ReadonlySet<string> = new Set(['sdk-v1', 'sdk-v2', 'fastmcp'])
const SDK = '@modelcontextprotocol/sdk'
/** The first release in which `server.tool` has a place for annotations: the ones before take them for the handler. */
const TAKES_FROM = 11
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
  create: (context) => reportRegistrations(context, (declaration, all) => {
    const { kind, dialect, hints } = declaration
    if (kind !== 'tool' || !DIALECTS.has(dialect)) return
    if (hints && (hints.isOpen || HINTS.some((hint) => hints.values.has(hint)))) return
    const { sourceCode } = context
    const nodes = findDeclaredNodes(sourceCode, declaration)
    // A configuration that is not to be seen may hold them.
    if (!declaration.isListed && nodes.call && !nodes.config && !isMethod(nodes, 'tool')) return
    // What a registration returned is changed here: it was asked for annotations itself.
    if (isMethod(nodes, 'update')) return
    if (nodes.config?.properties.some((item) => item.type === 'SpreadElement')) return
    const annotations = hints ? undefined : resolveCommonAnnotations(context, declaration, all)
    const fix = annotations === undefined ? undefined : addAnnotations(context, nodes, annotations)
    context.report({
      loc: nodes.name?.loc ?? locate(sourceCode, declaration.at),
      messageId: 'missing',
      data: { tool: mentionDeclaration(declaration) },
      suggest: fix && annotations !== undefined ? [{ messageId: 'annotate', data: { annotations }, fix }] : [],
    })
  }),
})

function isMethod({ call }: DeclaredNodes, name: string): boolean {
  return call?.callee.type === 'MemberExpression' && call.callee.property.type === 'Identifier' && call.callee.property.name === name
}

/** Of several tools that one place registers, in a loop or a factory, what all of them are. */
function resolveCommonAnnotations(
  context: Rule.RuleContext, declaration: Declaration, all: readonly Declaration[],
): string | undefined {
  const [start, end] = declaration.at
  const texts = all.filter(({ file, at }) => file === declaration.file && at[0] === start && at[1] === end)
    .map((item) => resolveAnnotations(context, item))
  return texts.every((text) => text === texts[0]) ? texts[0] : undefined
}

/** What the effects of the handler show; `undefined` where they show nothing. */
function resolveAnnotations(context: Rule.RuleContext, { effects }: Declaration): string | undefined {
  if (effects.length === 0) return undefined
  const world = effects.some((effect) => effect.capability === 'network') ? ', openWorldHint: true' : ''
  if (effects.some((effect) => effect.change === 'deletes')) return `{ readOnlyHint: false, destructiveHint: true${world} }`
  const isReading = effects.every(({ capability, change }) =>
    change === undefined && (capability === 'reads-files' || capability === 'database'))
  // A statement of which nothing is known may change something: that it only reads nobody could promise.
  const isCertain = !isReading || effects.every((effect) => effect.capability !== 'database' || isSelection(context, effect))
  return isCertain ? `{ readOnlyHint: ${String(isReading)}${world} }` : undefined
}

/** True for a call in the file under lint whose statement is there to be read, and selects. */
function isSelection({ sourceCode, filename }: Rule.RuleContext, { file, at }: HandlerEffect): boolean {
  const node = file === filename.replaceAll('\\', '/') ? nodeAt(sourceCode, at) : undefined
  const calls = node?.type === 'CallExpression' ? findCalls(node) : []
  return calls.some(({ arguments: [text] }) => {
    const [start] = text ? getStringParts(resolveValue(sourceCode, text)) : []
    return start?.kind === 'text' && /^\s*select\b/iu.test(start.text)
  })
}

/** A call and those on the result of which it is made: `db.prepare(sql).all()`. */
function findCalls(node: Node): CallExpression[] {
  if (node.type === 'MemberExpression') return findCalls(node.object)
  return node.type === 'CallExpression' ? [node, ...findCalls(node.callee)] : []
}

function addAnnotations(context: Rule.RuleContext, nodes: DeclaredNodes, annotations: string): Rule.ReportFixer | undefined {
  const { sourceCode } = context
  const { call, config } = nodes
  const last = config?.properties.at(-1)
  if (last) return (fixer) => fixer.insertTextAfter(last, `, annotations: ${annotations}`)
  const brace = config && sourceCode.getFirstToken(config)
  if (brace) return (fixer) => fixer.insertTextAfter(brace, ` annotations: ${annotations} `)
  const handler = isMethod(nodes, 'tool') && takesAnnotations(context) ? call?.arguments.at(-1) : undefined
  // In front of the handler they are annotations wherever a shape stands before them.
  const before = call?.arguments.at(-2)
  const isShape = before?.type === 'ObjectExpression' || (before !== undefined && sourceCode.getText(before).endsWith('.shape'))
  return handler && before && isShape ? (fixer) => fixer.insertTextBefore(handler, `${annotations}, `) : undefined
}

/** Of a declared range, what its lowest version does. */
function takesAnnotations({ physicalFilename }: Rule.RuleContext): boolean {
  const version = resolveVersion(physicalFilename, SDK)?.version.split('.').map(Number)
  return !version || (version[0] ?? 0) > 1 || (version[1] ?? 0) >= TAKES_FROM
}
