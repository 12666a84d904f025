import type { Rule, SourceCode } from 'eslint'
import type { Finding } from '../engine/findings/finding.ts'
import type { SinkKind, SourceKind } from '../knowledge/kinds.ts'
import type { EditBuilder, EditTarget } from './edit.ts'
import { fileAnalysis } from './file-analysis.ts'
import { locate } from './locate.ts'
import { mentionRegistration, mentionRoute, mentionSource } from './mention.ts'
import { nodeAt } from './node-at.ts'

/** Which flows a rule judges, what it says of them and what it offers instead. */
export interface FlowQuery {
  readonly to: readonly SinkKind[]
  readonly from?: readonly SourceKind[]
  readonly messageId: string
  readonly suggest?: readonly { readonly messageId: string; readonly edit: EditBuilder }[]
}

/**
 * Reports every flow of the query whose sink is in the file under lint, at the sink. The message gets `source`,
 * `registration`, `sink` and `route`.
 */
export function reportFlows(context: Rule.RuleContext, query: FlowQuery): Rule.RuleListener {
  return {
    'Program:exit'() {
      const findings = fileAnalysis(context).findings
        .filter((finding) => query.to.includes(finding.kind) && (query.from?.includes(finding.source.kind) ?? true))
      for (const finding of findings) report(context, query, finding)
    },
  }
}

function report(context: Rule.RuleContext, query: FlowQuery, finding: Finding): void {
  const { sourceCode } = context
  const target = findTarget(sourceCode, finding)
  context.report({
    loc: locate(sourceCode, finding.at),
    messageId: query.messageId,
    data: {
      source: mentionSource(finding),
      registration: mentionRegistration(finding.registration, finding.tool, context.cwd, context.filename),
      sink: finding.sink,
      route: mentionRoute(finding.route),
    },
    suggest: target ? (query.suggest ?? []).flatMap(({ messageId, edit }) => {
      const fix = edit(target)
      return fix ? [{ messageId, fix }] : []
    }) : [],
  })
}

function findTarget(sourceCode: SourceCode, finding: Finding): EditTarget | undefined {
  const argument = nodeAt(sourceCode, finding.at)
  const call = nodeAt(sourceCode, finding.callAt)
  const isCall = call?.type === 'CallExpression' || call?.type === 'NewExpression' || call?.type === 'TaggedTemplateExpression'
  return argument && isCall ? { sourceCode, call, argument } : undefined
}
